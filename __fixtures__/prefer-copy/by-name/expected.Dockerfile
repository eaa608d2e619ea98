FROM debian:12
COPY entrypoint.sh /
COPY target/shop.jar \
    /opt/shop.jar
COPY <<EOF /etc/motd
hello
EOF
