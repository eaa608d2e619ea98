# syntax=docker/dockerfile:1
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM nginxinc/nginx-unprivileged:stable-alpine-slim
WORKDIR /app
COPY --from=build /app/dist /app/dist
COPY <<'EOF' /etc/nginx/conf.d/default.conf
server {
    listen 8000;
    root /app/dist;
    include mime.types;
    types {
        application/javascript mjs;
        application/json map;
        application/manifest+json webmanifest;
    }
    charset utf-8;
    charset_types text/css text/plain application/javascript application/json application/manifest+json;
    gzip on;
    gzip_vary on;
    gzip_types text/css text/plain application/javascript application/json image/svg+xml;
    absolute_redirect off;
    if ($request_uri ~ ^/index(?:\?|$)) { return 301 /; }
    if ($request_uri ~ ^([^?]+)(?:\.html|/index)(?:\?|$)) { return 301 $1; }
    location / { try_files $uri /index.html; }
}
EOF
EXPOSE 8000
CMD ["nginx", "-g", "daemon off;"]
