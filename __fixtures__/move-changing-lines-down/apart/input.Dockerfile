FROM debian:12-slim
ARG BUILD_DATE
ARG VERSION
RUN apt-get update && apt-get install -y curl
RUN echo "$VERSION" > /etc/shop-version
RUN mkdir -p /srv/shop
RUN echo "$BUILD_DATE" > /etc/shop-date
