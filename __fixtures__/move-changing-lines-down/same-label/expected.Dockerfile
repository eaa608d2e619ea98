FROM debian:12-slim
RUN apt-get update && apt-get install -y curl
ARG REVISION
LABEL revision=$REVISION
LABEL revision=none
RUN mkdir /srv/shop
