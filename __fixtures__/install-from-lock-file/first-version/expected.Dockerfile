FROM node:10
WORKDIR /app
COPY . .
RUN npm ci --quiet && npm run build
