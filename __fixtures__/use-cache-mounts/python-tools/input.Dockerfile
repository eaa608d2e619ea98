FROM python:3.12-slim
RUN pip install poetry pipenv uv
COPY . .
RUN poetry install --only main && rm -rf ~/.cache/pypoetry/cache
RUN pipenv sync
RUN uv sync --no-cache
