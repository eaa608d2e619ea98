FROM node:22-slim
WORKDIR /app
COPY package*.json ./
RUN npm ci
ADD https://example.com/server.js ./
CMD ["node", "server.js"]
