FROM debian:12
RUN apt-get update && apt-get install -y --install-recommends nginx && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get -o APT::Install-Recommends=false install -y nginx && rm -rf /var/lib/apt/lists/*
