from node:22-slim
workdir /app
copy --link package.json package-lock.json ./
run npm ci
copy --link . .
copy --link <<EOF /app/version.txt
1.2
EOF
cmd ["node", "server.js"]
