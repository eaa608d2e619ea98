FROM debian:12
ARG PACKAGES
RUN apt-get update && apt-get install -y $PACKAGES && rm -rf /var/lib/apt/lists/*
