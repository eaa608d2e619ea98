FROM golang:1.24-alpine AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /go/bin/migrate ./cmd/migrate
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app/server ./cmd/server

FROM alpine:3.23
WORKDIR /app
COPY --from=build /go/bin/migrate /usr/local/bin/migrate
COPY --from=build /app/server /app/start.sh /app/
ENTRYPOINT ["./start.sh"]
