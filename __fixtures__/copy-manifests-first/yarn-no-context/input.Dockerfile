FROM node:20-slim
WORKDIR /srv/shop
COPY . .
RUN yarn install
CMD ["node", "server.js"]
