FROM debian:12-slim
COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/uv
WORKDIR /srv
COPY pyproject.toml uv.lock ./
# There is no Python here, so that uv downloads one into the home of root.
RUN uv sync --frozen --no-install-project
COPY shop.py .
CMD [".venv/bin/python", "shop.py"]
