FROM node:20 AS build
RUN npm install -g --production pm2
RUN npm i --only production --no-optional
RUN npm --production --omit=dev install
RUN npm install --quiet \
    # what ships
    --production
RUN npm prune --production
RUN npm run build --production

FROM node:lts-alpine
RUN npm install --no-optional
