FROM node:20-slim
ARG GIT_COMMIT
WORKDIR /srv/shop
COPY . .
RUN npm run build
LABEL revision=$GIT_COMMIT
CMD ["node", "server.js"]
