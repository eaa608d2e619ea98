FROM node:16-alpine AS build
RUN npm ci
FROM --platform=linux/amd64 node:16
COPY --from=node:16.20 /a /b
COPY --from=build /x /y
