FROM node:22-slim
WORKDIR /srv
COPY .yarn/releases .yarn/releases
COPY .yarnrc.yml package.json yarn.lock ./
# Without node_modules, Yarn 4 runs packages from the cache in the home of root.
RUN yarn install --immutable
COPY server.js .
CMD ["yarn", "start"]
