# syntax=docker/dockerfile:1
FROM node:20
WORKDIR /app
COPY . .
RUN npm ci && npm run build
EXPOSE 8000
CMD ["npx", "serve", "--single", "--listen", "8000", "dist"]
