# npm 5.6
FROM node:9.11.2-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install
CMD ["node", "server.js"]
