FROM node:20
WORKDIR /app
COPY . .
RUN npm ci
CMD ["sh", "-c", "npm run dev"]
