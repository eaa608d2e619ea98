FROM node:22 AS build
COPY package.json package-lock.json ./
RUN npm ci
COPY src src

RUN npm run build

FROM nginx:1.28
COPY --from=build dist /usr/share/nginx/html
