FROM node:22 AS build
FROM registry.example/nothing:1
COPY --from=build /usr/local/bin/node /usr/local/bin/
