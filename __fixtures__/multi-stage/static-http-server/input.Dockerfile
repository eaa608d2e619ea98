FROM node:20
RUN npm install -g http-server
WORKDIR /app
COPY . .
RUN npm install && npm run build
EXPOSE 8080
CMD http-server dist -p 8080
