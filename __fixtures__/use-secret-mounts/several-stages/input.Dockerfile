# syntax=docker/dockerfile:1
ARG GH_TOKEN
FROM debian:12 AS one
ARG GH_TOKEN
RUN curl -H "Authorization: token $GH_TOKEN" -o /one https://api.acme.dev/one

FROM debian:12 AS two
ARG GH_TOKEN
RUN --network=default curl -H "Authorization: token $GH_TOKEN" -o /two https://api.acme.dev/two
RUN ls /two
