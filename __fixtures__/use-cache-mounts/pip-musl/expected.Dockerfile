FROM python:3.12-alpine3.20
RUN --mount=type=cache,id=pip-alpine-3.20,target=/root/.cache/pip \
    python -m pip install flask
