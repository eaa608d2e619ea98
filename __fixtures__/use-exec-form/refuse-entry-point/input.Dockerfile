FROM debian:12
ENTRYPOINT ["/usr/bin/app", "--serve"]
CMD sleep infinity
