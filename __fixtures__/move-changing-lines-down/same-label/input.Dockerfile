FROM debian:12-slim
ARG REVISION
LABEL revision=$REVISION
RUN apt-get update && apt-get install -y curl
LABEL revision=none
RUN mkdir /srv/shop
