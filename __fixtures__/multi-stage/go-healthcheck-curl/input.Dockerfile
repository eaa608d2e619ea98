from golang:1.24-bookworm
workdir /app
copy . .
run go build -o /app/hello .
healthcheck cmd curl -fsS http://localhost:8080/ || exit 1
cmd ["/app/hello"]
