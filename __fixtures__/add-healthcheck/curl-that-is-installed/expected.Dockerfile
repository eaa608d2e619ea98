from debian:12-slim
run apt-get update && apt-get install -y --no-install-recommends ca-certificates curl nginx && rm -rf /var/lib/apt/lists/*
expose 80
healthcheck --timeout=5s --start-period=30s cmd ["curl", "-fsSo", "/dev/null", "http://127.0.0.1:80/up"]
entrypoint ["nginx"]
cmd ["-g", "daemon off;"]
