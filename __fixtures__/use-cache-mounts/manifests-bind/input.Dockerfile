FROM node:22
WORKDIR /app
# dependencies
COPY package*.json ./
RUN npm ci
COPY . .
CMD ["node", "server.js"]
