FROM node:22 AS build
WORKDIR /app
COPY . .
RUN chmod +x bin/start.sh

FROM node:22-slim
WORKDIR /srv
RUN mkdir -p /var/lib/notes && \
    chown node:node /var/lib/notes
COPY --from=build /app /srv
RUN mkdir -p /srv/visits && \
    chown node:node /srv/visits
USER node
ENTRYPOINT ["/srv/bin/start.sh"]
