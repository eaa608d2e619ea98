# packages of a workspace have dependencies of their own: all of it ships
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run build

FROM gcr.io/distroless/nodejs20-debian13
WORKDIR /app
COPY --from=build /app /app
EXPOSE 3000
CMD ["packages/server/dist/index.js"]
