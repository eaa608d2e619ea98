FROM golang:1.24-alpine3.21 AS build
WORKDIR /app
COPY . .
RUN apk add --no-cache 'tini>=0.19' && CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app/hello .

FROM alpine:3.21
RUN apk add --no-cache 'tini>=0.19'
WORKDIR /app
COPY --from=build /app/hello /app/hello
ENTRYPOINT ["/sbin/tini", "--"]
CMD ["sh", "-c", "exec ./hello"]
