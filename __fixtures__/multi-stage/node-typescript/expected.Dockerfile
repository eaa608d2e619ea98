FROM node:20 AS build

WORKDIR /app
COPY . .

# to look around
RUN apt-get update && apt-get install -y curl vim

RUN npm install
RUN npm run build
RUN npm prune --omit=dev

FROM gcr.io/distroless/nodejs20-debian13
WORKDIR /app
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/public /app/public

ENV NODE_ENV=production
EXPOSE 3000
CMD ["dist/server.js"]
