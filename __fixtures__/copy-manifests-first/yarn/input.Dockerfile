FROM node:20-slim
WORKDIR /srv/shop
COPY . .
# the packages
RUN yarn install --frozen-lockfile
CMD ["node", "server.js"]
