FROM debian:12
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD /usr/bin/app --serve
