FROM python:3.12-slim
ARG PIP_USER=reader
COPY requirements.txt .
RUN --mount=type=secret,id=INDEX_TOKEN,env=INDEX_TOKEN,required=true \
    pip install --no-cache-dir \
    --extra-index-url "https://${PIP_USER}:${INDEX_TOKEN}@pypi.acme.dev/simple" \
    -r requirements.txt
