
# escape=`
FROM node:22-slim
COPY --chown=node . /app
CMD ["node", "/app/server.js"]
