FROM node:20-slim
COPY package*.json ./
RUN npm ci
RUN npm ci --offline --omit=dev && npm cache clean --force
