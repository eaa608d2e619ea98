FROM node:20-slim
WORKDIR /srv/shop

COPY . .
RUN npm ci && \
    # bundles the pages
    npm run build

CMD ["node", "server.js"]
