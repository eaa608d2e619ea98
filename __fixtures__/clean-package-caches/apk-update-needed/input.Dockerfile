FROM alpine:3.20
RUN apk update && apk search -x curl
RUN apk add --no-cache curl
