FROM node:22-slim
ARG NPM_TOKEN
ENV NPM_TOKEN=$NPM_TOKEN
WORKDIR /app
COPY package.json yarn.lock ./
RUN yarn install --frozen-lockfile
