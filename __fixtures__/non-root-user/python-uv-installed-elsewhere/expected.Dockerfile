FROM debian:12-slim
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app
COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/uv
ENV UV_PYTHON_INSTALL_DIR=/opt/python
WORKDIR /srv
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-install-project
COPY shop.py .
USER app
CMD [".venv/bin/python", "shop.py"]
