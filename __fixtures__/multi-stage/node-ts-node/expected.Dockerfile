FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci

FROM node:20-alpine
WORKDIR /app
COPY --from=build /app /app
CMD ["npx", "ts-node", "src/main.ts"]
