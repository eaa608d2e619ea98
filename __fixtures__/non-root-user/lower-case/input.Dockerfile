from node:22-slim
workdir /app
copy server.js .
# starts it
cmd ["node", "server.js"]