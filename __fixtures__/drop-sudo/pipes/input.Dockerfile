FROM debian:12
ENV DEBIAN_FRONTEND=noninteractive
RUN curl -fsSL https://example.com/setup.sh | sudo -E bash - && \
    echo 'deb https://example.com stable main' | sudo tee /etc/apt/sources.list.d/example.list && \
    sudo -H -n sh -c 'echo done > /done' && \
    sudo -u root \
      mkdir -p /srv/app && \
    sudo A=b make
