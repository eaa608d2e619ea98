FROM node:22
WORKDIR /app
COPY package.json package-lock.json ./
RUN set -eux \
    ; \
    npm ci \
    ; \
    npm cache clean --force \
    ; \
    node --version
