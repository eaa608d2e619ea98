FROM registry.example.com/node:1
USER root
WORKDIR /app
RUN mkdir -p /app/data
RUN npm ci
