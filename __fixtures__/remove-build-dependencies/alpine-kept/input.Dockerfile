FROM node:20-alpine3.20
WORKDIR /app
COPY package.json package-lock.json ./
RUN apk add --no-cache \
      curl \
      python3 \
      make \
      g++ \
      tini \
 && npm ci \
 && npm cache clean --force
COPY . .
CMD ["node", "server.js"]
