FROM node:20

WORKDIR /app
COPY . .

# to look around
RUN apt-get update && apt-get install -y curl vim

RUN npm install
RUN npm run build

ENV NODE_ENV=production
EXPOSE 3000
CMD ["npm", "start"]
