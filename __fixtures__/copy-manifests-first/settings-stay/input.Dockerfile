FROM node:22-slim
WORKDIR /app
COPY package.json package-lock.json tsconfig.json .eslintrc.js vite.config.ts ./
RUN npm ci
COPY src ./src
RUN npm run build
CMD ["node", "dist/main.js"]
