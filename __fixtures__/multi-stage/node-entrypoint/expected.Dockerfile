FROM node:20 AS build
WORKDIR /srv/app
COPY package.json package-lock.json server.js quotes.txt ./
RUN npm ci --omit=dev

FROM gcr.io/distroless/nodejs20-debian13
WORKDIR /srv/app
COPY --from=build /srv/app/node_modules /srv/app/node_modules
COPY --from=build /srv/app/package.json /srv/app/server.js /srv/app/quotes.txt /srv/app/
ENTRYPOINT ["/nodejs/bin/node", "--enable-source-maps"]
CMD ["server.js"]
