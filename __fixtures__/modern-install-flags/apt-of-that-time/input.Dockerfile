FROM ubuntu:14.04
RUN apt-get update && apt-get install -y --force-yes curl && rm -rf /var/lib/apt/lists/*
