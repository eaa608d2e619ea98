FROM node:22
RUN npm ci
COPY . .
RUN npm install --offline
