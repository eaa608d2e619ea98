FROM debian:12
COPY rootfs /
COPY things/* /srv/
COPY vagrant.box /srv/
COPY entrypoint.sh /
