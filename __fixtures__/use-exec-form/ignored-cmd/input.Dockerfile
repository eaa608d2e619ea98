FROM debian:12
ENTRYPOINT exec app --port $PORT
CMD app --help
