FROM debian:12-slim
RUN apt-get update && apt-get install -y curl
ARG VERSION
RUN echo "$VERSION" > /etc/shop-version
RUN mkdir -p /srv/shop
ARG BUILD_DATE
RUN echo "$BUILD_DATE" > /etc/shop-date
