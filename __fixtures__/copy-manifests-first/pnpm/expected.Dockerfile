FROM node:20-slim
RUN corepack enable
WORKDIR /srv/shop
COPY package.json pnpm-lock.yaml .npmrc /srv/shop/
RUN pnpm install --frozen-lockfile
COPY . /srv/shop
CMD ["node", "server.js"]
