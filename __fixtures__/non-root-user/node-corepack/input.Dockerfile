FROM node:22-slim
# Corepack keeps pnpm in the home of root.
RUN corepack enable && corepack prepare pnpm@9.12.0 --activate
WORKDIR /srv
COPY package.json pnpm-lock.yaml ./
RUN pnpm install --frozen-lockfile
COPY server.js .
CMD ["npm", "start"]
