FROM golang:1.24-alpine3.22 AS build
WORKDIR /app
COPY . .
RUN apk add --no-cache git ca-certificates
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o hello

FROM alpine:3.22
WORKDIR /app
COPY --from=build /app/hello /app/hello
CMD ["/app/hello"]
