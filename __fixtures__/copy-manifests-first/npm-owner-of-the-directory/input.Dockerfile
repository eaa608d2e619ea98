FROM node:20-slim
COPY --chown=node:node . /srv/shop
WORKDIR /srv/shop
USER node
RUN npm install
CMD ["node", "server.js"]
