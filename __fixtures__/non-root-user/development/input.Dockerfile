FROM node:22-slim AS dev
CMD ["node", "/app/server.js"]
