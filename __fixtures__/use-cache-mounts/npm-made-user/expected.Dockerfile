FROM debian:12
RUN --mount=type=cache,id=apt-cache-bookworm,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,id=apt-lists-bookworm,target=/var/lib/apt/lists,sharing=locked \
    rm -f /etc/apt/apt.conf.d/docker-clean && \
    apt-get update && apt-get install -y npm && useradd --uid 1500 --create-home app
USER app
RUN --mount=type=cache,target=/home/app/.npm,uid=1500 npm install
