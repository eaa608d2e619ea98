FROM node:22-slim AS build
RUN npm ci
FROM --platform=linux/amd64 node:22-slim
COPY --from=node:22-slim /a /b
COPY --from=build /x /y
