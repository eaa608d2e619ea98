FROM debian:12 AS build
RUN apt-get update && apt-get install -y gcc
FROM ubuntu:22.04
RUN apt-get update && apt-get install -y libgomp1
COPY --from=build /x /x
