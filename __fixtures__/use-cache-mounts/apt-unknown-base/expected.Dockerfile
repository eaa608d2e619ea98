FROM registry.example.com/base:7
RUN --mount=type=cache,id=apt-cache-registry.example.com-base-7,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,id=apt-lists-registry.example.com-base-7,target=/var/lib/apt/lists,sharing=locked \
    rm -f /etc/apt/apt.conf.d/docker-clean && \
    apt-get update && apt-get install -y curl
