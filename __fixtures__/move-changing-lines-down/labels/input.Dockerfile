FROM debian:12-slim

# what is built
ARG GIT_COMMIT
ARG BUILD_DATE=unknown
LABEL org.opencontainers.image.revision=$GIT_COMMIT \
      org.opencontainers.image.created="${BUILD_DATE}"

RUN apt-get update && apt-get install -y --no-install-recommends curl

COPY shop /usr/local/bin/
CMD ["shop"]
