# morgan is only a devDependency, and the server loads it: all packages ship
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci

FROM gcr.io/distroless/nodejs20-debian13
WORKDIR /app
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/package.json /app/server.js /app/
CMD ["server.js"]
