FROM registry.example.com/alpine-based
RUN apk add --no-cache curl
