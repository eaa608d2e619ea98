FROM golang:1.24-bookworm AS build
COPY entrypoint.sh /
RUN git clone https://git.example.com/hello /src && cd /src && CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /usr/local/bin/hello . && chmod +x /entrypoint.sh

FROM alpine:3.24
WORKDIR /go
COPY --from=build /usr/local/bin/hello /usr/local/bin/hello
COPY --from=build /src /src
COPY --from=build /entrypoint.sh /entrypoint.sh
ENTRYPOINT ["/entrypoint.sh"]
