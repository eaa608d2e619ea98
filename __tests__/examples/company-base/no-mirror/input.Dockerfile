FROM debian:12 AS a
FROM node:20
