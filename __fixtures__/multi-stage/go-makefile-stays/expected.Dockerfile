FROM golang:1.25-alpine AS build
WORKDIR /app
COPY . /app
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o app

FROM scratch
WORKDIR /app
COPY --from=build /app/app /app/app
ENTRYPOINT ["/app/app"]
