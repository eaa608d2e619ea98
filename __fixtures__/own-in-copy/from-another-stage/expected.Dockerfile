FROM node:22 AS build
WORKDIR /src
COPY . .
RUN npm ci && npm run build

FROM node:22-slim
COPY --from=build --chown=1000:1000 /src/dist /app/dist
COPY --from=build --chown=1000:1000 /src/node_modules /app/node_modules
USER 1000
CMD ["node", "/app/dist/main.js"]
