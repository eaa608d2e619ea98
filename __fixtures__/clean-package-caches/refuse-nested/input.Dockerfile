FROM node:20-slim
RUN test -d /srv || npm install
