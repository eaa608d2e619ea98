FROM debian:12 AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev

FROM scratch
COPY --from=build /etc/os-release /
