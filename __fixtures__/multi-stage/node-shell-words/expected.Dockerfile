FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci
RUN npm prune --omit=dev

FROM gcr.io/distroless/nodejs20-debian13
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/package.json /app/quotes.txt /app/server.js /app/
ENTRYPOINT ["/nodejs/bin/node"]
CMD ["server.js"]
