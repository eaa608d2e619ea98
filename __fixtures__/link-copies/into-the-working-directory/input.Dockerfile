from node:22-slim
workdir /app
copy package.json package-lock.json ./
run npm ci
copy . .
copy <<EOF /app/version.txt
1.2
EOF
cmd ["node", "server.js"]
