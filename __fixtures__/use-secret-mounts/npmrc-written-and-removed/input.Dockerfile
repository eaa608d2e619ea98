FROM node:22-slim AS build
# token of the registry
ARG NPM_TOKEN
WORKDIR /app
COPY package.json ./
RUN echo "//registry.npmjs.org/:_authToken=$NPM_TOKEN" > .npmrc && \
    npm install && \
    rm -f .npmrc
