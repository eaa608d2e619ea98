FROM node:20
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run build --workspace=server
CMD ["node", "server/index.js"]
