FROM golang:1.24 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -ldflags "all=-w" -o app .

FROM scratch
WORKDIR /app
COPY --from=build /app/app /app/app
CMD ["./app"]
