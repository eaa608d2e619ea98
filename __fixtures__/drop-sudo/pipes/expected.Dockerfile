FROM debian:12
ENV DEBIAN_FRONTEND=noninteractive
RUN curl -fsSL https://example.com/setup.sh | bash - && \
    echo 'deb https://example.com stable main' | tee /etc/apt/sources.list.d/example.list && \
    sh -c 'echo done > /done' && \
    mkdir -p /srv/app && \
    A=b make
