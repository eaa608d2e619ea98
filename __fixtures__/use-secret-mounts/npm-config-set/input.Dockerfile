FROM node:22-slim
ARG NPM_TOKEN
WORKDIR /app
COPY package.json ./
RUN npm config set //registry.npmjs.org/:_authToken "${NPM_TOKEN}" && npm install
