FROM node:22 AS build
RUN npm --version

FROM --platform=linux/arm64 alpine:3.22
COPY --from=build /usr/local/bin/node /usr/local/bin/
