FROM node:20-slim
RUN corepack enable
WORKDIR /srv/shop
COPY . .
RUN pnpm install --frozen-lockfile
CMD ["node", "server.js"]
