FROM node:20 AS build

WORKDIR /usr/src/site
COPY . .
RUN npm install
RUN npm run build

# a small server for the built pages
RUN npm install -g serve
RUN printf '%s\n' \
    'server {' \
    '    listen 3000;' \
    '    root /usr/src/site/dist;' \
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
    '    if ($request_uri ~ ^/index(?:\?|$)) { return 301 /; }' \
    '    if ($request_uri ~ ^([^?]+)(?:\.html|/index)(?:\?|$)) { return 301 $1; }' \
    '    location / { try_files $uri /index.html; }' \
    '}' \
    > /nginx.conf

FROM nginxinc/nginx-unprivileged:stable-alpine-slim
WORKDIR /usr/src/site
COPY --from=build /usr/src/site/dist /usr/src/site/dist
COPY --from=build /nginx.conf /etc/nginx/conf.d/default.conf

EXPOSE 3000
CMD ["nginx", "-g", "daemon off;"]
