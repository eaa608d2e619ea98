FROM debian:12
copy start.sh stop.sh /opt/bin/
COPY --chmod=640 key.sh ./
run apt-get update && \
    # both of them
    chmod u+x /opt/bin/start.sh /opt/bin/stop.sh && \
    chmod g+x key.sh && \
    rm -rf /var/lib/apt/lists/*
