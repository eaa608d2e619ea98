FROM node:22-slim
WORKDIR /app
COPY package*.json ./
RUN npm ci
RUN npm install -g pm2
RUN npm install --no-package-lock
RUN npm install left-pad
RUN npm update
RUN yarn --version && yarn build && pnpm run build
