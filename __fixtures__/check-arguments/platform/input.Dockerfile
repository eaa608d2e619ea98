FROM --platform=$BUILDPLATFORM alpine:3.22
ADD https://example.com/tool-${TARGETARCH}.tar.gz /tmp/
RUN tar -xzf /tmp/tool-${TARGETARCH}.tar.gz -C /usr/local/bin
