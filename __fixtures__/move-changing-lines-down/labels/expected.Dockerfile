FROM debian:12-slim

RUN apt-get update && apt-get install -y --no-install-recommends curl

# what is built
ARG GIT_COMMIT
ARG BUILD_DATE=unknown
LABEL org.opencontainers.image.revision=$GIT_COMMIT \
      org.opencontainers.image.created="${BUILD_DATE}"

COPY shop /usr/local/bin/
CMD ["shop"]
