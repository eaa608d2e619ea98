FROM node:22-slim
ARG NPM_TOKEN
WORKDIR /app
COPY package.json ./
RUN echo "//registry.npmjs.org/:_authToken=$NPM_TOKEN" > .npmrc
RUN npm install
