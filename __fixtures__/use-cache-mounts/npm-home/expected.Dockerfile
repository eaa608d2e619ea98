FROM node:22
ENV HOME=/data
RUN --mount=type=cache,target=/data/.npm npm ci
