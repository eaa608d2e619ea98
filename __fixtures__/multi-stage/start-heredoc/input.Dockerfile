FROM golang:1.24-bookworm
WORKDIR /app
COPY . .
RUN go build -o /app/hello .
COPY --chmod=755 <<'EOF' /entry.sh
#!/bin/sh
set -e
curl -fsS http://config/ready
exec /app/hello "$@"
EOF
ENTRYPOINT ["/entry.sh"]
