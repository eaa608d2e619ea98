FROM python:3.12-slim
WORKDIR /srv
COPY . .
HEALTHCHECK CMD curl -f http://localhost:8000/ || exit 1
CMD ["python", "server.py"]
