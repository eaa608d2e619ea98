FROM debian:12
COPY example.list /etc/apt/sources.list.d/
RUN apt-get update && apt-get install -y --force-yes example && rm -rf /var/lib/apt/lists/*
