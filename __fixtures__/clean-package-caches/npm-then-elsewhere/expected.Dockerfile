FROM node:20-slim
RUN cd /app && npm ci && npm cache clean --force && npm run build && cd / && rm -rf /app/src
