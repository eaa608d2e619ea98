FROM node:22-slim
WORKDIR /app
COPY package.json ./
COPY package-lock.json ./
RUN npm ci
COPY . .
CMD ["node", "server.js"]
