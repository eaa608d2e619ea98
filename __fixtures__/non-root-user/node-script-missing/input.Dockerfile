FROM node:22-slim
WORKDIR /srv
COPY package.json ./
RUN npm install
COPY . .
# There is no server.js: it comes with the container.
CMD ["node", "server.js"]
