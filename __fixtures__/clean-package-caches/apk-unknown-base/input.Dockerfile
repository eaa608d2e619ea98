FROM registry.example.com/alpine-based
RUN apk add curl
