FROM node:12
RUN npm ci --only=production
