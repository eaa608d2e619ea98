FROM debian:12
RUN set -e; touch /a && touch /b
RUN touch /c; touch /d
