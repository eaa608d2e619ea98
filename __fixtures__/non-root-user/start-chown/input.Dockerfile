FROM node:22-slim
COPY . /app
ENTRYPOINT ["/app/start.sh"]
