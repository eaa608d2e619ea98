# syntax=docker/dockerfile:1
FROM python:3.14-slim
COPY --from=busybox --chown=0:0 /bin/busybox /usr/local/bin/busybox
COPY --from=nginx:latest /etc/nginx/mime.types /etc/
RUN --mount=type=bind,from=composer,source=/usr/bin/composer,target=/tmp/composer cp /tmp/composer /usr/bin
