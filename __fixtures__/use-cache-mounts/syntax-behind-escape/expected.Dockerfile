# syntax=docker/dockerfile:1
# escape=`
FROM node:20
RUN --mount=type=cache,target=/root/.npm npm ci
