FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production
COPY . .
RUN npm ci
CMD ["node", "server.js"]
