FROM node:22-slim
WORKDIR /app
COPY package*.json ./
RUN npm ci --only=production && npm cache clean --force
