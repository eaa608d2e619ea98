FROM golang:1.24-bookworm AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app/hello .

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/hello /app/hello
HEALTHCHECK CMD ["sh", "-c", "curl -fsS http://localhost:8080/ || exit 1"]
CMD ["/app/hello"]
