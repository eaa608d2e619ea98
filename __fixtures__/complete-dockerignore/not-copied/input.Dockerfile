FROM node:22-slim
WORKDIR /app
COPY package.json ./
RUN npm install
COPY src ./src
CMD ["node", "src/server.js"]
