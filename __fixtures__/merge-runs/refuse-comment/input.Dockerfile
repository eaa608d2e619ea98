FROM debian:12
RUN mkdir /out # for the build
RUN touch /out/a
