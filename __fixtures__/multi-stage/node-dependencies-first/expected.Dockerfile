FROM node:20-bookworm AS build

WORKDIR /srv/app
COPY package*.json ./
RUN npm ci
RUN npm prune --omit=dev

FROM gcr.io/distroless/nodejs20-debian13
WORKDIR /srv/app
COPY --from=build /srv/app/node_modules /srv/app/node_modules
COPY --from=build /srv/app/package.json /srv/app/package.json
COPY server.js quotes.txt ./

EXPOSE 8080
CMD ["server.js"]
