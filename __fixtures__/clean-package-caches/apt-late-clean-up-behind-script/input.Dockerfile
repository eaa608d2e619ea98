FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl && rm -rf /var/lib/apt/lists/*
# the script fills the lists again, and this is the RUN that has to clean up
RUN curl -fsSL https://get.example.com | sh \
    && apt-get clean \
    && rm -rf /var/lib/apt/lists/*
