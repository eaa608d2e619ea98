FROM node:22 AS build
WORKDIR /srv/shop
COPY package.json package-lock.json ./
RUN npm ci
COPY src src
RUN npm run build

FROM nginx:1.28
COPY --from=build /srv/shop/dist /usr/share/nginx/html
