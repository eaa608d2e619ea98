FROM node:22
RUN npm ci && rm -rf /home /root
