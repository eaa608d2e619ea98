FROM python:3.12-slim
RUN --mount=type=cache,id=pip-trixie,target=/root/.cache/pip pip install poetry pipenv uv
COPY . .
RUN --mount=type=cache,id=poetry-cache-trixie,target=/root/.cache/pypoetry/cache,sharing=locked \
    --mount=type=cache,id=poetry-artifacts-trixie,target=/root/.cache/pypoetry/artifacts,sharing=locked \
    poetry install --only main
RUN --mount=type=cache,id=pipenv-trixie,target=/root/.cache/pipenv,sharing=locked pipenv sync
RUN --mount=type=cache,id=uv-trixie,target=/root/.cache/uv uv sync
