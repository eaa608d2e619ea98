FROM node:20-slim
COPY package.json yarn.lock ./
RUN yarn install && yarn cache clean
