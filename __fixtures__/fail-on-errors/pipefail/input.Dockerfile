FROM alpine:3.20
RUN wget -qO- https://example.com/tool.tar.gz | tar -xz -C /opt
RUN set -eux; \
    apk add --no-cache curl; \
    curl -fsSL https://example.com/install.sh | sh
