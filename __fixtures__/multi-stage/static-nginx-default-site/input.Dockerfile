FROM node:20
RUN apt-get update && apt-get install -y nginx
WORKDIR /app
COPY . .
RUN npm install && npm run build
COPY nginx.conf /etc/nginx/sites-available/default
CMD ["nginx", "-g", "daemon off;"]
