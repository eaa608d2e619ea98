FROM node:22-slim
WORKDIR /app
COPY package.json yarn.lock ./
RUN yarn
RUN yarn install --production && \
    yarn cache clean
