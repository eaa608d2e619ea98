FROM node:22-slim
WORKDIR /app
COPY . .
EXPOSE 80
CMD ["node", "server.js"]
