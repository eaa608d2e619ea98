FROM debian:12
COPY start.sh /usr/local/bin/start.sh
RUN chmod +x /usr/local/bin/start.sh \
# the tools
    && mkdir /tools
CMD ["/usr/local/bin/start.sh"]
