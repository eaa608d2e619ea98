FROM node:12
WORKDIR /app
COPY package*.json ./
RUN npm install --only=production --quiet && npm cache clean --force
COPY . .
CMD ["node", "server.js"]
