# The command stands above the COPY that brings what it runs.
FROM node:22-alpine
WORKDIR /app
EXPOSE 8080
CMD ["npm", "run", "dev"]
COPY . .
