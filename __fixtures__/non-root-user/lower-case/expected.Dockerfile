from node:22-slim
workdir /app
copy server.js .
user node
# starts it
cmd ["node", "server.js"]