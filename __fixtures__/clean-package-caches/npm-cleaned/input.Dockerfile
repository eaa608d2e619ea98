FROM node:20-slim
RUN npm install -g serve && npm cache clean --force
RUN npm install -g http-server && rm -rf ~/.npm
