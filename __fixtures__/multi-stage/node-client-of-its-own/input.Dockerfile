FROM node:20
WORKDIR /usr/src/app
COPY . .
RUN npm install
RUN cd client && npm install && npm run build
EXPOSE 8080
CMD ["node", "server.js"]
