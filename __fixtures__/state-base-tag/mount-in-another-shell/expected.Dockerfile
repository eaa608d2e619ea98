FROM debian:12
RUN apt-get update && apt-get install -y xonsh
SHELL ["/usr/bin/xonsh", "-c"]
RUN --mount=from=busybox:1.38,target=/busybox cp /busybox/bin/busybox /usr/local/bin/busybox
