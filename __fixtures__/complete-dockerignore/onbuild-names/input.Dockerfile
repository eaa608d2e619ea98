FROM node:22-slim
WORKDIR /app
COPY . .
RUN npm ci
ONBUILD COPY .git /app/.git
