from golang:1.24-bookworm as build
workdir /app
copy . .
run CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app/hello .

from debian:bookworm-slim
run apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates curl && \
    rm -rf /var/lib/apt/lists/*
workdir /app
copy --from=build /app/hello /app/hello
healthcheck cmd curl -fsS http://localhost:8080/ || exit 1
cmd ["/app/hello"]
