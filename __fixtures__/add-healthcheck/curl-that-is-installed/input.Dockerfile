from debian:12-slim
run apt-get update && apt-get install -y --no-install-recommends ca-certificates curl nginx && rm -rf /var/lib/apt/lists/*
expose 80
entrypoint ["nginx"]
cmd ["-g", "daemon off;"]
