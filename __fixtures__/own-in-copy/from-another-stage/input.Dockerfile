FROM node:22 AS build
WORKDIR /src
COPY . .
RUN npm ci && npm run build

FROM node:22-slim
COPY --from=build /src/dist /app/dist
COPY --from=build /src/node_modules /app/node_modules
RUN chown -R 1000:1000 /app
USER 1000
CMD ["node", "/app/dist/main.js"]
