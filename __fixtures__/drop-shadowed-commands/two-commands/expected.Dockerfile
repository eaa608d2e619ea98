FROM node:22
WORKDIR /app
COPY . .

# start the server
CMD ["node", "server.js"]
