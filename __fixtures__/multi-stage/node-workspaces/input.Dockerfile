# packages of a workspace have dependencies of their own: all of it ships
FROM node:20
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run build
EXPOSE 3000
CMD ["node", "packages/server/dist/index.js"]
