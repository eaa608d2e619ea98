FROM node:22
RUN useradd app
USER app
RUN npm ci
