FROM node:12
RUN npm install -g npm@8
RUN npm ci --omit=dev
