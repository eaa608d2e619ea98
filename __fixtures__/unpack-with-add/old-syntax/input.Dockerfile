# syntax=docker/dockerfile:1.1
FROM debian:12
COPY shop.zip /tmp/
RUN unzip /tmp/shop.zip -d /opt && rm /tmp/shop.zip
