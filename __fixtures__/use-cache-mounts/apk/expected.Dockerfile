FROM alpine:3.20
RUN --mount=type=cache,id=apk-alpine-3.20,target=/etc/apk/cache,sharing=locked \
    apk add --update-cache curl
RUN --mount=type=cache,id=apk-alpine-3.20,target=/etc/apk/cache,sharing=locked \
    apk update && apk add --virtual .build gcc && apk del .build
