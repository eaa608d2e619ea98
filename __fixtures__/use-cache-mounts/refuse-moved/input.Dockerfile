FROM node:22
RUN npm ci --cache /tmp/npm
RUN npm config set cache /x && npm install
RUN export npm_config_cache=/y && npm install
