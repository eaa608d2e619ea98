FROM alpine:3.20
RUN apk add --no-cache --virtual .npm npm && npm install -g serve && apk del .npm
