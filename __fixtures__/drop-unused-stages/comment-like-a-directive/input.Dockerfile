FROM node:22-slim AS pages
WORKDIR /docs
COPY docs .
RUN npm ci

# escape=`
FROM node:22-slim
COPY --chown=node . /app
CMD ["node", "/app/server.js"]
