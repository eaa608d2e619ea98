FROM node:22
WORKDIR /app
COPY . .
CMD ["pnpm", "dev"]
