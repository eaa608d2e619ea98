FROM node:20-slim
WORKDIR /srv/shop
COPY package*.json ./
RUN npm install
COPY . .
CMD ["node", "server.js"]
