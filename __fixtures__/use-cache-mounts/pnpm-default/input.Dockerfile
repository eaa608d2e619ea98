FROM node:22
RUN corepack enable && pnpm install --frozen-lockfile
