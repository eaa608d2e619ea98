FROM node:22-slim
WORKDIR /client
COPY package.json ./
RUN npm install
COPY . .
# As root: build/settings.js is there afterwards.
RUN npm run build
EXPOSE 3000
CMD ["./start.sh"]
