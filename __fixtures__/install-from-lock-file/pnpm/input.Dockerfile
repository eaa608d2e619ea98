FROM node:22-slim
WORKDIR /app
COPY package.json pnpm-lock.yaml ./
RUN pnpm i
