FROM python:3.12-slim
COPY --from=ghcr.io/astral-sh/uv:0.7 /uv /bin/
WORKDIR /srv
RUN --mount=type=bind,source=pyproject.toml,target=pyproject.toml \
    --mount=type=bind,source=uv.lock,target=uv.lock \
    uv sync --locked --package shop
COPY shop.py .
ENV PATH="/srv/.venv/bin:$PATH"
CMD ["gunicorn", "shop:app"]
