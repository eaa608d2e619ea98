FROM node:20-slim
WORKDIR /srv/shop
RUN chown node:node /srv/shop
COPY --chown=node:node . .
ENV NODE_ENV production
USER node
run npm install

EXPOSE 8080
CMD ["node", "server.js"]
