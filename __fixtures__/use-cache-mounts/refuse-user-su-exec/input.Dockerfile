FROM node:22-alpine
RUN su-exec node npm ci
