FROM node:20-slim
WORKDIR /app
COPY . .
RUN npm ci && npm run build \
 && cp -r public .next/standalone/ \
 && cp -r .next/static .next/standalone/.next/
ENV NODE_ENV=production
CMD ["node", ".next/standalone/server.js"]
