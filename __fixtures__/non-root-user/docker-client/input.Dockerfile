FROM node:22-alpine
RUN apk add --no-cache docker-cli
WORKDIR /app
COPY . .
CMD ["node", "spawner.js"]
