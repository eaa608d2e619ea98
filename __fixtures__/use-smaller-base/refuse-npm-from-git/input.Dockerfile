FROM node:22-bookworm
WORKDIR /app
COPY package.json index.js ./
RUN npm install
CMD ["node", "index.js"]
