FROM debian:12 AS build
RUN --mount=type=cache,id=apt-cache-bookworm,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,id=apt-lists-bookworm,target=/var/lib/apt/lists,sharing=locked \
    rm -f /etc/apt/apt.conf.d/docker-clean && \
    apt-get update && apt-get install -y gcc
FROM ubuntu:22.04
RUN --mount=type=cache,id=apt-cache-jammy,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,id=apt-lists-jammy,target=/var/lib/apt/lists,sharing=locked \
    rm -f /etc/apt/apt.conf.d/docker-clean && \
    apt-get update && apt-get install -y libgomp1
COPY --from=build /x /x
