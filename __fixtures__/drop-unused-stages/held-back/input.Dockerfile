FROM alpine:3.20 AS once
RUN true
FROM debian:12
CMD ["true"]
