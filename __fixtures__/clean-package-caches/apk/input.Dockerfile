FROM alpine:3.20
RUN apk add curl tini
RUN apk add --virtual .build-deps build-base && make && apk del .build-deps
