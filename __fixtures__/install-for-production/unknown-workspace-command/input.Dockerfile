FROM node:22-slim
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN yarn workspaces run build
CMD ["node", "server.js"]
