FROM node:22
ENV HOME=/data
RUN npm ci
