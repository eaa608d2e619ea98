FROM alpine:3.22 AS files
WORKDIR /files
COPY settings.conf extra.conf ./

FROM alpine:3.22
COPY --from=files /files/settings.conf /etc/shop.conf
