FROM node:22-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json index.js ./
RUN npm ci
CMD ["node", "index.js"]
