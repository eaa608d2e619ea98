FROM node:20-slim
WORKDIR /srv/shop
COPY . .
RUN npm ci --omit=dev
CMD ["node", "server.js"]
