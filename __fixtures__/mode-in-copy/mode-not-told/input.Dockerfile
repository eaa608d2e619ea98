FROM debian:12
COPY entrypoint.sh /
RUN chmod +x /entrypoint.sh
