FROM alpine:3.20
RUN apk add --no-cache curl
RUN apk update && apk add --no-cache --virtual .build gcc && apk del .build && rm -rf /var/cache/apk/*
