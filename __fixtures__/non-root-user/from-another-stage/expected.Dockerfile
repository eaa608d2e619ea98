FROM node:22 AS build
WORKDIR /src
COPY . .
RUN npm ci && npm run build

FROM node:22-slim
WORKDIR /app
COPY --from=build /src/dist ./
VOLUME /app/data
RUN mkdir -p /app/data && \
    chown -R node:node /app/data
USER node
CMD ["node", "server.js"]
