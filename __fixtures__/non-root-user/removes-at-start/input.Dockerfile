FROM node:22-slim
WORKDIR /srv/app
COPY . .
RUN npm install
CMD rm -f node_modules/*/tsconfig.json && node server.js
