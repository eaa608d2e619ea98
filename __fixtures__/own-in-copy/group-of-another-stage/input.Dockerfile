FROM debian:12 AS build
RUN mkdir -p /out

FROM debian:12
COPY --from=build /out/site /srv/site
RUN chown -R www-data /srv/site
