FROM node:22-slim
WORKDIR /app
COPY server.js .
RUN chmod 700 /app
CMD ["node", "server.js"]
