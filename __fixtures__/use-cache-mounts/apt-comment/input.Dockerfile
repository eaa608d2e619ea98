FROM debian:12
# tools
RUN apt-get update && \
    # what the build needs
    apt-get install -y curl && \
    # clean up
    rm -rf /var/lib/apt/lists/*
