FROM debian:12
CMD exec app --port $PORT
HEALTHCHECK CMD curl -f http://localhost/ || exit 1
FROM debian:12
HEALTHCHECK NONE
CMD ["app"]
FROM debian:12
CMD app one
CMD ["app", "two"]
