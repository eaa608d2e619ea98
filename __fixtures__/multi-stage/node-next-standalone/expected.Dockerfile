FROM node:20-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build \
 && cp -r public .next/standalone/ \
 && cp -r .next/static .next/standalone/.next/

FROM gcr.io/distroless/nodejs20-debian12
WORKDIR /app
COPY --from=build /app/.next/standalone /app/.next/standalone
ENV NODE_ENV=production
CMD [".next/standalone/server.js"]
