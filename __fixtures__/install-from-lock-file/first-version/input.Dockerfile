FROM node:10
WORKDIR /app
COPY . .
RUN npm i --quiet && npm run build
