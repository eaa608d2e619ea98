FROM alpine:3.22
RUN apk add --no-cache --virtual .build gcc musl-dev libffi-dev
COPY hello.c /src/
RUN gcc -o /usr/local/bin/hello /src/hello.c -lffi \
    && apk add --no-network --virtual .run so:libffi.so.8 \
    && apk del --no-network .build
