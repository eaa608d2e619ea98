FROM python:3.12-slim
ARG PIP_USER=reader
ARG INDEX_TOKEN
COPY requirements.txt .
RUN pip install --no-cache-dir \
    --extra-index-url "https://${PIP_USER}:${INDEX_TOKEN}@pypi.acme.dev/simple" \
    -r requirements.txt
