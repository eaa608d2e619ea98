FROM registry.example.com/base/node:7
WORKDIR /app
COPY . .
RUN npm ci
