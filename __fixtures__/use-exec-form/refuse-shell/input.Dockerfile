FROM debian:12
SHELL ["/usr/bin/fish", "-c"]
USER 1000
CMD app --serve
