FROM node:20 AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
RUN npm prune --omit=dev
COPY . .
RUN chmod +x start.sh

FROM node:20-alpine
WORKDIR /app
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/package.json /app/quotes.txt /app/server.js /app/start.sh /app/
ENTRYPOINT ["./start.sh"]
CMD ["node", "server.js"]
