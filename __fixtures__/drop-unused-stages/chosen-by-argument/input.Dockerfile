ARG FLAVOUR=a
FROM debian:12 AS a
FROM alpine:3.20 AS b
FROM ${FLAVOUR}
CMD ["true"]
