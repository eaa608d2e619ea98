FROM registry.example.com/base:7
USER app
RUN --mount=type=cache,id=apt-cache-registry.example.com-base-7,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,id=apt-lists-registry.example.com-base-7,target=/var/lib/apt/lists,sharing=locked \
    sudo rm -f /etc/apt/apt.conf.d/docker-clean && \
    sudo apt-get update && sudo apt-get install -y curl
