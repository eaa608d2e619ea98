FROM oven/bun:1-debian
RUN bun install --frozen-lockfile
