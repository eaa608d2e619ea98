FROM node:20-slim
COPY package.json yarn.lock .yarnrc.yml ./
RUN yarn install --immutable
