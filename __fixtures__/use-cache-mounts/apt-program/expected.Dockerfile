FROM ubuntu:24.04
RUN --mount=type=cache,id=apt-cache-noble,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,id=apt-lists-noble,target=/var/lib/apt/lists,sharing=locked \
    rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache && \
    apt update && apt install -y curl
