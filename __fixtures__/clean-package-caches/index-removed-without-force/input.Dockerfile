FROM alpine:3.22
RUN apk update && apk add --no-cache curl && rm /var/cache/apk/*
