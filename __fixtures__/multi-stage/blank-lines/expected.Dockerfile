FROM golang:1.25 AS build

WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o app

FROM scratch
WORKDIR /app
COPY --from=build /app/app /app/app
LABEL a="b"
EXPOSE 8080
EXPOSE 8081
CMD ["/app/app"]
