FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends build-essential python3-dev python3-pip && rm -rf /var/lib/apt/lists/*
CMD ["app"]
