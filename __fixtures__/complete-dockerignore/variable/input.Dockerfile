FROM node:22-slim
ARG SITE
WORKDIR /app
COPY $SITE/ ./
RUN npm ci
