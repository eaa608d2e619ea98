FROM debian:12 AS base
RUN apt-get update && apt-get dist-upgrade -y && apt-get upgrade -y

FROM base AS tools
RUN apt-get update && apt-get install -y git

FROM base
RUN apt-get update && apt-get install -y curl

# Nothing installs packages here.
FROM debian:12
RUN useradd app
