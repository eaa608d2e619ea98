FROM node:22-alpine
WORKDIR /app
COPY . .
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s \
  CMD curl -fsS http://localhost:3000/health || exit 1
CMD ["node", "server.js"]
