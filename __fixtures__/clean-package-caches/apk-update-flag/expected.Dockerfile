FROM alpine:3.20
RUN apk add --no-cache curl && apk --no-cache add jq && apk --no-cache add tini
