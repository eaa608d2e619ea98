FROM node:20-slim
COPY package.json yarn.lock ./
RUN yarn install --frozen-lockfile --production && yarn cache clean
