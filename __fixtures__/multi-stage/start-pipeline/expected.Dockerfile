FROM golang:1.24-bookworm AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app/hello .

FROM alpine:3.24
WORKDIR /app
COPY --from=build /app/hello /app/hello
CMD ./hello 2>&1 | tee /var/log/hello.log
