FROM debian:12
RUN mkdir /out
# hadolint ignore=DL3059
RUN touch /out/a
