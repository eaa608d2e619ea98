FROM node:20
# dockopt ignore=set-base-image -- until March
FROM node:16
FROM scratch
