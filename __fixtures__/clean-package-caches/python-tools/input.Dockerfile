FROM python:3.12-slim
COPY . /app
WORKDIR /app
RUN pipenv install --system --deploy
RUN poetry install --only main
RUN uv sync --frozen
RUN uv pip install --system flask
