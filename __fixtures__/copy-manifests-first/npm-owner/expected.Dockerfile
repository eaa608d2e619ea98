FROM node:20-slim
WORKDIR /srv/shop
RUN chown node:node /srv/shop
ENV NODE_ENV production
USER node
COPY --chown=node:node package.json package-lock.json ./
run npm install
COPY --chown=node:node . .

EXPOSE 8080
CMD ["node", "server.js"]
