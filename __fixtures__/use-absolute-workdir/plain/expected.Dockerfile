FROM node:20
WORKDIR /srv
WORKDIR /srv/app
COPY . .
