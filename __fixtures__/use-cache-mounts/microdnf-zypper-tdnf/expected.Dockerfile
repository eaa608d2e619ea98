FROM redhat/ubi9-minimal:9.4
RUN --mount=type=cache,id=microdnf-rhel-9,target=/var/cache/yum,sharing=locked \
    microdnf install -y tar
FROM opensuse/leap:15.6
RUN --mount=type=cache,id=zypper-opensuse-15.6,target=/var/cache/zypp,sharing=locked \
    zypper -n install tar
FROM photon:5.0
RUN --mount=type=cache,id=tdnf-photon-5.0,target=/var/cache/tdnf,sharing=locked \
    tdnf install -y tar
