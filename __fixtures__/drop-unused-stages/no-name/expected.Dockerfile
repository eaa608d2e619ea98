FROM debian:12 AS app
CMD ["app"]
FROM app
CMD ["true"]
