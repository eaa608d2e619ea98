FROM python:3.12-slim
ENV PIP_CACHE_DIR=/x
RUN pip install --cache-dir /y poetry && poetry install
FROM python:3.12-slim
RUN useradd app
USER app
RUN pip install --no-cache-dir --user flask
