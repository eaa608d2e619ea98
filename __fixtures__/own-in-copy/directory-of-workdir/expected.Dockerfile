FROM node:22-slim
WORKDIR /app
COPY --chown=node:node package.json server.js ./
RUN chown node:node /app
USER node
CMD ["node", "server.js"]
