# where webpack writes is said by its configuration: all of the directory ships
FROM node:18
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["node", "server.js"]
