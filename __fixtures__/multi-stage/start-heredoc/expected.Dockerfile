FROM golang:1.24-bookworm AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app/hello .

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/hello /app/hello
COPY --chmod=755 <<'EOF' /entry.sh
#!/bin/sh
set -e
curl -fsS http://config/ready
exec /app/hello "$@"
EOF
ENTRYPOINT ["/entry.sh"]
