FROM node:22-slim
WORKDIR /app
COPY package.json yarn.lock ./
RUN yarn --production --frozen-lockfile
COPY . .
CMD ["node", "server.js"]
