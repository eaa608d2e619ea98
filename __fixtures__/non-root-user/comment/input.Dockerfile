FROM node:22-slim
COPY server.js /app/
# must run as root to read the keys of the host
CMD ["node", "/app/server.js"]
