FROM alpine:3.20
RUN apk add --update curl && apk --update add jq && apk -U add tini
