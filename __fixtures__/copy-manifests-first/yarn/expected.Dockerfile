FROM node:20-slim
WORKDIR /srv/shop
COPY package.json yarn.lock .yarnrc.yml ./
COPY .yarn ./.yarn/
# the packages
RUN yarn install --frozen-lockfile
COPY . .
CMD ["node", "server.js"]
