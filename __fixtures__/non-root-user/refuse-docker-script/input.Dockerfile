FROM python:3.13-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl ca-certificates \
    && curl -fsSL https://get.docker.com | sh
COPY main.py /srv/
CMD ["python", "/srv/main.py"]
