FROM node:20 AS build
WORKDIR /usr/src/app
COPY . .
RUN npm install
RUN cd client && npm install && npm run build

FROM gcr.io/distroless/nodejs20-debian13
WORKDIR /usr/src/app
COPY --from=build /usr/src/app/node_modules /usr/src/app/node_modules
COPY --from=build /usr/src/app/client/dist /usr/src/app/client/dist
COPY --from=build /usr/src/app/package.json /usr/src/app/server.js /usr/src/app/
EXPOSE 8080
CMD ["server.js"]
