FROM node:20-alpine3.20
WORKDIR /app
COPY package.json package-lock.json ./
RUN apk add --virtual .build-deps --no-cache \
      python3 \
      make \
      g++ \
 && apk add --no-cache curl tini libstdc++ \
 && npm ci \
 && apk del .build-deps \
 && npm cache clean --force
COPY . .
CMD ["node", "server.js"]
