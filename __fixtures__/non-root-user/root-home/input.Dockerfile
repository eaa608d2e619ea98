FROM node:22-slim
WORKDIR /root/app
COPY server.js .
CMD ["node", "server.js"]
