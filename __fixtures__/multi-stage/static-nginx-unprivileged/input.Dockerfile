FROM node:20
RUN apt-get update && apt-get install -y nginx-light
COPY nginx.conf /etc/nginx/conf.d/default.conf
WORKDIR /app
COPY . .
RUN npm install && npm run build
EXPOSE 8080
CMD ["nginx", "-g", "daemon off;"]
