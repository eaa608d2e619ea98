FROM node:20-slim
WORKDIR /srv/shop
COPY . .
RUN npm install
CMD ["node", "server.js"]
