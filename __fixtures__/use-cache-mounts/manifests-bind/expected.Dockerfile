FROM node:22
WORKDIR /app
# dependencies
RUN --mount=type=cache,target=/root/.npm \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=bind,source=package.json,target=package.json \
    npm ci
COPY . .
CMD ["node", "server.js"]
