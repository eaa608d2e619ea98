FROM golang:1.24-bookworm AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app/hello .

FROM alpine:3.24
WORKDIR /app
COPY --from=build /app/hello /app/hello
CMD . /run/settings/env && exec ./hello
