FROM golang:1.25 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /usr/local/bin/shop .

FROM alpine:3.24
WORKDIR /src
COPY --from=build /usr/local/bin/shop /usr/local/bin/shop
# compose.yaml starts it through a shell, which scratch lacks.
ENTRYPOINT ["shop"]
