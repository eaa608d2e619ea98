FROM node:22-slim
WORKDIR /app
RUN mkdir -p /app/uploads && \
    chown node:node /app/uploads
COPY . .
USER node
CMD ["node", "server.js"]
