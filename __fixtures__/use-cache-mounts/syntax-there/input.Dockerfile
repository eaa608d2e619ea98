# syntax=docker/dockerfile:1.4
FROM node:20
RUN npm ci
