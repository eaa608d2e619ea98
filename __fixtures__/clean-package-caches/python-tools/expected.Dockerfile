FROM python:3.12-slim
COPY . /app
WORKDIR /app
RUN pipenv install --system --deploy && rm -rf ~/.cache/pipenv ~/.cache/pip
RUN poetry install --only main && rm -rf ~/.cache/pypoetry/cache ~/.cache/pypoetry/artifacts
RUN uv sync --no-cache --frozen
RUN uv pip install --no-cache --system flask
