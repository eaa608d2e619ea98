FROM node:20-bookworm
COPY . /app
RUN cd /app && npm ci && npm run build
USER node
WORKDIR /srv
CMD ["node", "server.js"]
