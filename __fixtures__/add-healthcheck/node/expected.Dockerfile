FROM node:22-slim
WORKDIR /app
COPY . .
HEALTHCHECK --timeout=5s --start-period=30s CMD ["node", "-e", "require('http').get('http://127.0.0.1:3000/ready', (res) => process.exit(res.statusCode < 400 ? 0 : 1)).on('error', () => process.exit(1))"]
CMD ["node", "server.js"]
