FROM debian:12
RUN --mount=type=bind,source=shop.tar.gz,target=/tmp/shop.tar.gz \
    tar xzf /tmp/shop.tar.gz --strip-components=1 -C /opt
