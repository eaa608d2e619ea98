FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM gcr.io/distroless/nodejs20-debian13
WORKDIR /app
COPY --from=build /app/node_modules /app/node_modules
COPY . .
CMD ["server.js"]
