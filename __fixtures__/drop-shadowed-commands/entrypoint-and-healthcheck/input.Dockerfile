FROM debian:12
# the default command
ENTRYPOINT ["/old"]
HEALTHCHECK CMD true
ENTRYPOINT ["/new"]
HEALTHCHECK NONE
CMD ["--help"]
