FROM python:3.12
ENV POETRY_VERSION=2.1.0
RUN curl -sSL https://install.python-poetry.org | python3 -
RUN poetry install --no-dev
RUN poetry install --no-dev --only main
