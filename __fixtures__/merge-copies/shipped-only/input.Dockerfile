FROM node:22 AS build
WORKDIR /app
COPY package.json ./
COPY package-lock.json ./
RUN npm ci

FROM node:22-slim
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/package.json /app/
COPY --from=build /app/package-lock.json /app/
