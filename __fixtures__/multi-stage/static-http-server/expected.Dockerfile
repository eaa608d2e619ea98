FROM node:20 AS build
RUN npm install -g http-server
WORKDIR /app
COPY . .
RUN npm install && npm run build
RUN printf '%s\n' \
    'server {' \
    '    listen 8080;' \
    '    root /app/dist;' \
    '    include mime.types;' \
    '    types {' \
    '        application/javascript mjs;' \
    '        application/json map;' \
    '        application/manifest+json webmanifest;' \
    '    }' \
    '    charset utf-8;' \
    '    charset_types text/css text/plain application/javascript application/json application/manifest+json;' \
    '    gzip on;' \
    '    gzip_vary on;' \
    '    gzip_types text/css text/plain application/javascript application/json image/svg+xml;' \
    '    absolute_redirect off;' \
    '    location / { try_files $uri $uri/index.html $uri.html =404; }' \
    '    error_page 404 /404.html;' \
    '}' \
    > /nginx.conf

FROM nginxinc/nginx-unprivileged:stable-alpine-slim
WORKDIR /app
COPY --from=build /app/dist /app/dist
COPY --from=build /nginx.conf /etc/nginx/conf.d/default.conf
EXPOSE 8080
CMD ["nginx", "-g", "daemon off;"]
