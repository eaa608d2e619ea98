# syntax=docker/dockerfile:1
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends tini && cat <<EOF > /etc/motd
welcome
EOF
