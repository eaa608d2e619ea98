FROM node:22-slim
ONBUILD ARG NPM_TOKEN
ONBUILD COPY package.json ./
ONBUILD RUN npm install
ARG NPM_TOKEN
RUN npm install -g @acme/cli
