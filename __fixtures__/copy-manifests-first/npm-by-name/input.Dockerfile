FROM node:20-slim
WORKDIR /srv/shop
COPY . .
RUN npm install fastify
CMD ["node", "server.js"]
