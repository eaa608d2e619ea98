FROM node:22-slim
WORKDIR /srv
COPY . .
CMD ["npm", "run",	"start"]
