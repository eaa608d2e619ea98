FROM node:22-slim
WORKDIR /app
COPY . .
CMD npm install && node server.js
