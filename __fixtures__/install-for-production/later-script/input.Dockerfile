FROM node:22-slim
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN node scripts/seed.js
CMD ["node", "server.js"]
