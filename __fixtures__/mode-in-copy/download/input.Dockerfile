FROM debian:12
ADD https://example.com/tini /sbin/tini
RUN chmod 755 /sbin/tini
ENTRYPOINT ["/sbin/tini", "--"]
