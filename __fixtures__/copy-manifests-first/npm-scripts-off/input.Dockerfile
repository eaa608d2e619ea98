FROM node:20-slim
WORKDIR /srv/shop
COPY . .
RUN npm ci --ignore-scripts
CMD ["node", "server.js"]
