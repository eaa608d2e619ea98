FROM debian:12 AS app
CMD ["app"]
FROM debian:12
RUN true
FROM app
CMD ["true"]
