FROM node:22-slim
VOLUME /var/run/docker.sock
COPY server.js /app/
CMD ["node", "/app/server.js"]
