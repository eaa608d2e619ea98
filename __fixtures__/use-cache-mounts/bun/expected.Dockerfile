FROM oven/bun:1-debian
RUN --mount=type=cache,target=/root/.bun/install/cache bun install --frozen-lockfile
