FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN chmod +x start.sh
ENTRYPOINT ["./start.sh"]
CMD ["node", "server.js"]
