ARG VERSION=14
ARG JAVA=openjdk:17-slim
FROM node:${VERSION} AS build
RUN npm ci
FROM ${JAVA}
COPY --from=build /app /app
