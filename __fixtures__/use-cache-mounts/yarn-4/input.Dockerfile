FROM node:22
COPY . .
RUN yarn install --immutable && yarn cache clean
