FROM node:22-slim AS build
WORKDIR /app
COPY package.json ./
RUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN,required=true \
    echo "//registry.npmjs.org/:_authToken=$NPM_TOKEN" > .npmrc && \
    npm install && \
    rm -f .npmrc
