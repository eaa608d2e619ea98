FROM scratch AS files
COPY app /

FROM node:22@sha256:5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e AS build
RUN --mount=from=files,target=/mnt cp /mnt/app /usr/local/bin/

FROM build AS test
RUN app --test

# dockopt ignore=pin-digests -- rebuilt every night on purpose
FROM alpine:3.22
COPY --from=build /usr/local/bin/app /usr/local/bin/
COPY --from=0 /app /srv/
