FROM alpine:3.22
COPY . /app
RUN apk add --no-cache git \
