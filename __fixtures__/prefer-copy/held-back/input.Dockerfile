FROM debian:12
ADD rootfs /
