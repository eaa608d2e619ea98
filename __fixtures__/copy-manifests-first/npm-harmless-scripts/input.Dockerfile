FROM node:20-slim
WORKDIR /srv/shop
COPY . .
RUN npm ci
CMD ["node", "server.js"]
