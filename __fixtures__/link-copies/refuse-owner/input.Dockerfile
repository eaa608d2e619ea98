FROM node:22-slim
COPY --chown=node:node app /app
