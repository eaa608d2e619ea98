ARG VERSION=24
ARG JAVA=eclipse-temurin:17-jdk
FROM node:${VERSION} AS build
RUN npm ci
FROM ${JAVA}
COPY --from=build /app /app
