FROM --platform=$BUILDPLATFORM alpine:3.22
ARG TARGETARCH
ADD https://example.com/tool-${TARGETARCH}.tar.gz /tmp/
RUN tar -xzf /tmp/tool-${TARGETARCH}.tar.gz -C /usr/local/bin
