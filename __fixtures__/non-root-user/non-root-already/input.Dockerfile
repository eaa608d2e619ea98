FROM node:22-slim
COPY server.js /app/
USER node
CMD ["node", "/app/server.js"]
