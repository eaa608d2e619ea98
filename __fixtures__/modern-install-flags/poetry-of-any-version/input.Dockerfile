FROM python:3.12
ARG POETRY
RUN pip install poetry==$POETRY
RUN poetry install --no-dev
