ARG NAME=node
ARG TAG=latest
ARG VERSION=latest
FROM ${NAME}:latest AS one
FROM node:${TAG} AS two
FROM python:${TAG} AS three
FROM debian:${VERSION}
ARG VERSION
LABEL version=$VERSION
