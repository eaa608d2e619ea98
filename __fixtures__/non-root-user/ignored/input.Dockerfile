# hadolint ignore=DL3002
FROM node:22-slim
COPY server.js /app/
CMD ["node", "/app/server.js"]
