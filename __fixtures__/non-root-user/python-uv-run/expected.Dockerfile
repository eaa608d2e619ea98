FROM python:3.12-slim
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --create-home --shell /usr/sbin/nologin app
COPY --from=ghcr.io/astral-sh/uv:0.7 /uv /bin/
WORKDIR /srv
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-dev
COPY shop.py .
USER app
CMD ["uv", "run", "--no-sync", "gunicorn", "shop:app"]
