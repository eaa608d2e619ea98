FROM node:20-slim
WORKDIR /srv/shop
COPY package.json package-lock.json ./
COPY patches ./patches/
RUN npm ci
COPY . .
CMD ["node", "server.js"]
