FROM node:20-slim
RUN cd /app && npm ci && npm run build && cd / && rm -rf /app/src
