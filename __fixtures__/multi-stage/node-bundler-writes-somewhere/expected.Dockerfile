# where webpack writes is said by its configuration: all of the directory ships
FROM node:18 AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build
RUN npm prune --omit=dev

FROM gcr.io/distroless/nodejs18-debian12
WORKDIR /app
COPY --from=build /app /app
CMD ["server.js"]
