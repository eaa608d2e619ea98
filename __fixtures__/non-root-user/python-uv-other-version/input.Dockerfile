FROM python:3.12-slim
COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/uv
WORKDIR /srv
COPY .python-version pyproject.toml uv.lock ./
# The project asks for another Python than that of the image.
RUN uv sync --frozen --no-install-project
COPY shop.py .
CMD [".venv/bin/python", "shop.py"]
