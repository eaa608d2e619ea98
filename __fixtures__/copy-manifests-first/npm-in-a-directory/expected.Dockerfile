FROM node:20-slim
WORKDIR /srv
COPY shop/package.json shop/package-lock.json ./shop/
RUN cd shop && npm ci --omit=dev
COPY . .
RUN cd shop && node check.js
CMD ["node", "shop/server.js"]
