FROM node:20
WORKDIR /app
COPY . .
RUN npm ci
ENTRYPOINT ["sh", "-c"]
CMD ["NODE_ENV=production exec node server.js"]
