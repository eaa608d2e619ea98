FROM node:22
ENV npm_config_cache=/cache/npm
RUN --mount=type=cache,target=/cache/npm npm ci
