FROM debian:12
copy --chmod=744 start.sh stop.sh /opt/bin/
COPY --chmod=650 key.sh ./
run apt-get update && \
    # both of them
    rm -rf /var/lib/apt/lists/*
