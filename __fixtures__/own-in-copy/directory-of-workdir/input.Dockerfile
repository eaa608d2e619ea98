FROM node:22-slim
WORKDIR /app
COPY package.json server.js ./
RUN chown -R node:node /app
USER node
CMD ["node", "server.js"]
