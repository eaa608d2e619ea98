FROM node:20 AS build
RUN npm install -g --omit=dev pm2
RUN npm i --omit=dev --omit=optional
RUN npm --omit=dev install
RUN npm install --quiet \
    # what ships
    --omit=dev
RUN npm prune --omit=dev
RUN npm run build --production

FROM node:lts-alpine
RUN npm install --omit=optional
