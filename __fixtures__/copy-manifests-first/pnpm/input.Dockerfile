FROM node:20-slim
RUN corepack enable
COPY . /srv/shop
WORKDIR /srv/shop
RUN pnpm install --frozen-lockfile
CMD ["node", "server.js"]
