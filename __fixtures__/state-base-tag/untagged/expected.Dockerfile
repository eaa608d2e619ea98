FROM node:26 AS build
WORKDIR /src
COPY . .
RUN npm ci && npm run build

FROM nginx:1.31
COPY --from=build /src/dist /usr/share/nginx/html
