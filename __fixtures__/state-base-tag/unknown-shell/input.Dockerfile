FROM example/tools:2
RUN --mount=from=busybox,target=/busybox cp /busybox/bin/busybox /usr/local/bin/busybox
