FROM alpine:3.20
RUN apk update && \
    # for the checks
    apk add curl
