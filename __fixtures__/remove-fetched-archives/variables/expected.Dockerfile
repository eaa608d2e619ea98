FROM debian:12
ARG VERSION=1.2
WORKDIR /tmp
RUN curl -fsSLO "https://example.com/tool-${VERSION}.zip" && \
    echo "0123  tool-${VERSION}.zip" | sha256sum -c - && \
    unzip "tool-${VERSION}.zip" && \
    rm "tool-${VERSION}.zip" && \
    cd "tool-${VERSION}" && \
    make install
