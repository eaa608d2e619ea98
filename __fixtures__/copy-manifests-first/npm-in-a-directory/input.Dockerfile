FROM node:20-slim
WORKDIR /srv
COPY . .
RUN cd shop && npm ci --omit=dev && node check.js
CMD ["node", "shop/server.js"]
