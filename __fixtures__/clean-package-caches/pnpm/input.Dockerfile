FROM node:20-slim
COPY package.json pnpm-lock.yaml ./
RUN pnpm install --frozen-lockfile --prod
