FROM alpine:3.20 AS lint
RUN true
FROM debian:12
CMD ["true"]
