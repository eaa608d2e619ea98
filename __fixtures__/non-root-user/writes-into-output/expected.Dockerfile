FROM node:22-slim
WORKDIR /client
COPY package.json ./
RUN npm install
COPY . .
# As root: build/settings.js is there afterwards.
RUN npm run build
EXPOSE 3000
RUN mkdir -p /client/build && \
    chown -R node:node /client/build
USER node
CMD ["./start.sh"]
