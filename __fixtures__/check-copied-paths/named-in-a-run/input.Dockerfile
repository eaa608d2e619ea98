FROM node:22 AS build
WORKDIR /srv/shop
COPY package.json package-lock.json ./
RUN npm ci
COPY src src
RUN npm run build && mv dist /dist

FROM nginx:1.28
COPY --from=build dist /usr/share/nginx/html
