FROM node:22-slim
WORKDIR /app
COPY package*.json ./
RUN npm i --omit=dev
COPY . .
CMD npm start