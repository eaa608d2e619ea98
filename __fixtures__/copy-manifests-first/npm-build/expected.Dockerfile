FROM node:20-slim
WORKDIR /srv/shop

COPY package.json package-lock.json ./
RUN npm ci
COPY . .
# bundles the pages
RUN npm run build

CMD ["node", "server.js"]
