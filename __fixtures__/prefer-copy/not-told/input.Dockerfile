FROM debian:12
ADD rootfs /
ADD things/* /srv/
ADD vagrant.box /srv/
ADD entrypoint.sh /
