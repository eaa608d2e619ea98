FROM node:20-bookworm
COPY . /app
WORKDIR /app
RUN npm ci && npm run build
USER node
WORKDIR /srv
CMD ["node", "server.js"]
