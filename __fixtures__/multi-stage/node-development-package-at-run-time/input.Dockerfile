# morgan is only a devDependency, and the server loads it: all packages ship
FROM node:20
WORKDIR /app
COPY . .
RUN npm ci
CMD ["node", "server.js"]
