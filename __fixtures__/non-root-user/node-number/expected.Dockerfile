FROM node:22-slim
WORKDIR /app
COPY . .
USER 1000:1000
CMD ["node", "server.js"]
