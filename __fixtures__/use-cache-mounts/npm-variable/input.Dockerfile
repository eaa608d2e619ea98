FROM node:22
ENV npm_config_cache=/cache/npm
RUN npm ci
