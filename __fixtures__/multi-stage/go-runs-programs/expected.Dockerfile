FROM golang:1.24-bookworm AS build
WORKDIR /app
COPY . .
RUN apt-get update && apt-get install -y git vim
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o hello

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/hello /app/hello
CMD ["/app/hello"]
