FROM node:22 AS build
WORKDIR /app
COPY . .
RUN chmod +x bin/start.sh

FROM node:22-slim
WORKDIR /srv
COPY --from=build /app /srv
ENTRYPOINT ["/srv/bin/start.sh"]
