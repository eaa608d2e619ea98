FROM alpine:3.20
RUN set -o pipefail && wget -qO- https://example.com/tool.tar.gz | tar -xz -C /opt
RUN set -euxo pipefail; \
    apk add --no-cache curl; \
    curl -fsSL https://example.com/install.sh | sh
