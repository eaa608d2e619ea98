FROM node:20-slim
WORKDIR /srv
COPY . .
RUN cd shop && npm install
CMD ["node", "shop/server.js"]
