FROM python:3.13-slim
WORKDIR /srv
COPY . .
ENTRYPOINT cd app && exec python main.py
