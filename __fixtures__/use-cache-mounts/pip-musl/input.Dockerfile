FROM python:3.12-alpine3.20
RUN python -m pip install --no-cache-dir flask && rm -rf /root/.cache
