FROM node:20-bookworm

WORKDIR /srv/app
COPY package*.json ./
RUN npm ci
COPY server.js quotes.txt ./

EXPOSE 8080
CMD node server.js
