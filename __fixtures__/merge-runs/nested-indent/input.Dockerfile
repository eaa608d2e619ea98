FROM debian:12-slim
ARG EDITION=small
RUN mkdir -p /srv/data \
  && if [ "$EDITION" = small ]; \
    then touch /srv/data/small; \
    else mkdir -p /srv/data/large \
         && touch /srv/data/large/one \
         && touch /srv/data/large/two \
         && touch /srv/data/large/three; \
    fi \
  && chmod 755 /srv/data

WORKDIR /srv/data
RUN echo one > first
RUN echo two > second
