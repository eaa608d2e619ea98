FROM node AS build
WORKDIR /src
COPY . .
RUN npm ci && npm run build

FROM nginx:latest
COPY --from=build /src/dist /usr/share/nginx/html
