FROM node:22-slim
ARG RUN_AS
USER $RUN_AS
CMD ["node", "/app/server.js"]
