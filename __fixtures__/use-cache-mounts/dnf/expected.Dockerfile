FROM fedora:40
RUN --mount=type=cache,id=dnf-fedora-40,target=/var/cache/dnf,sharing=locked \
    dnf install --setopt=keepcache=1 -y curl
FROM fedora:42
RUN --mount=type=cache,id=dnf-fedora-42,target=/var/cache/libdnf5,sharing=locked \
    dnf -y install --setopt=keepcache=1 curl
FROM rockylinux:9
RUN --mount=type=cache,id=yum-rocky-9,target=/var/cache/dnf,sharing=locked \
    yum install --setopt=keepcache=1 -y curl
FROM amazonlinux:2
RUN --mount=type=cache,id=yum-amazon-2,target=/var/cache/yum,sharing=locked \
    yum install --setopt=keepcache=1 -y curl
