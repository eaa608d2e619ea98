# syntax=docker/dockerfile:1
FROM python:3.14-slim
COPY --from=busybox:1.38 --chown=0:0 /bin/busybox /usr/local/bin/busybox
COPY --from=nginx:1.31 /etc/nginx/mime.types /etc/
RUN --mount=type=bind,from=composer:2,source=/usr/bin/composer,target=/tmp/composer cp /tmp/composer /usr/bin
