FROM node:20 AS build
RUN apt-get update && apt-get install -y nginx-light
COPY nginx.conf /etc/nginx/conf.d/default.conf
WORKDIR /app
COPY . .
RUN npm install && npm run build

FROM nginxinc/nginx-unprivileged:stable-alpine-slim
WORKDIR /app
COPY --from=build /app/dist /app/dist
COPY --from=build /etc/nginx/conf.d/default.conf /etc/nginx/conf.d/default.conf
EXPOSE 8080
CMD ["nginx", "-g", "daemon off;"]
