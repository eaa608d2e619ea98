FROM python:3.13-slim
COPY services/api/requirements.txt /tmp/
COPY services/api /app
