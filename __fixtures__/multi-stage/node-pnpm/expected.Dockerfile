FROM node:22 AS build
RUN corepack enable
WORKDIR /app
COPY package.json pnpm-lock.yaml ./
RUN pnpm install --frozen-lockfile
COPY . .
RUN pnpm build
RUN CI=true pnpm prune --prod --ignore-scripts

FROM gcr.io/distroless/nodejs22-debian13
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app /app
CMD ["dist/index.js"]
