FROM alpine:3.20
RUN \
    # for the checks
    apk add --no-cache curl
