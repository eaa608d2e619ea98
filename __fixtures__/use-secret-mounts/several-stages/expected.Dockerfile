# syntax=docker/dockerfile:1
FROM debian:12 AS one
RUN --mount=type=secret,id=GH_TOKEN,env=GH_TOKEN,required=true \
    curl -H "Authorization: token $GH_TOKEN" -o /one https://api.acme.dev/one

FROM debian:12 AS two
RUN --network=default \
    --mount=type=secret,id=GH_TOKEN,env=GH_TOKEN,required=true \
    curl -H "Authorization: token $GH_TOKEN" -o /two https://api.acme.dev/two
RUN ls /two
