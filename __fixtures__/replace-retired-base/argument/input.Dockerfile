ARG TAG=8
FROM openjdk:${TAG}
