FROM debian:12
RUN --network=host apt-get update && apt-get install -y curl
RUN --mount=type=secret,id=token \
    apt-get update && apt-get install -y git
