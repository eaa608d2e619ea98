FROM node:22-slim
WORKDIR /srv
COPY .yarn/releases .yarn/releases
COPY .yarnrc.yml package.json yarn.lock ./
RUN yarn install --immutable
COPY server.js .
CMD ["yarn", "start"]
