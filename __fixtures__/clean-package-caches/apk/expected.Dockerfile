FROM alpine:3.20
RUN apk add --no-cache curl tini
RUN apk add --no-cache --virtual .build-deps build-base && make && apk del .build-deps
