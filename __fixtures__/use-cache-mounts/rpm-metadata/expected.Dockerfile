FROM fedora:40
RUN --mount=type=cache,id=dnf-fedora-40,target=/var/cache/dnf,sharing=locked \
    dnf makecache && dnf install --setopt=keepcache=1 -y curl
