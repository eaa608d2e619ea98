FROM debian:12
COPY entrypoint.sh /usr/local/bin/
# make it executable
RUN chmod +x /usr/local/bin/entrypoint.sh
ENTRYPOINT ["entrypoint.sh"]
