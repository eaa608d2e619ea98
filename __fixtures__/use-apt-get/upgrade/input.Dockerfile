FROM ubuntu:24.04
RUN apt update && \
    # security
    apt upgrade -y && \
    apt -y full-upgrade \
      --no-install-recommends
