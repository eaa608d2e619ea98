FROM node:22-slim
WORKDIR /app
COPY src/main.js ./src/
RUN npm init -y
CMD ["npm", "run", "serve"]
