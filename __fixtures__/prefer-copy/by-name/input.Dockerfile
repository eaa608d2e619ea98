FROM debian:12
ADD entrypoint.sh /
ADD target/shop.jar \
    /opt/shop.jar
ADD <<EOF /etc/motd
hello
EOF
