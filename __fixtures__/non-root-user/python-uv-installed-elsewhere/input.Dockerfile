FROM debian:12-slim
COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/uv
ENV UV_PYTHON_INSTALL_DIR=/opt/python
WORKDIR /srv
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-install-project
COPY shop.py .
CMD [".venv/bin/python", "shop.py"]
