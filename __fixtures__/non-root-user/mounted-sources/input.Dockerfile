FROM python:3.12-slim
WORKDIR /srv
COPY shop.py .
# compose.yaml mounts the sources from the host, whose owner may write there, and nobody else.
CMD ["python", "shop.py"]
