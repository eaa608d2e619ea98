FROM debian:12 AS build
RUN mkdir /out && \
    touch /out/a

FROM debian:12
COPY --from=build /out /out
