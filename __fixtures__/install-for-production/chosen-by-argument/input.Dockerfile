FROM node:22-slim
WORKDIR /app
ARG NODE_ENV
COPY . .
RUN npm ci
RUN if [ "$NODE_ENV" = production ]; then npm prune; fi
CMD ["node", "server.js"]
