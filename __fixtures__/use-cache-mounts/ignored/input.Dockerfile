FROM node:20
# dockopt ignore=use-cache-mounts
RUN npm ci
