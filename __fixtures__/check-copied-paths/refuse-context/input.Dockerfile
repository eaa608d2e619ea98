FROM alpine:3.22 AS files
WORKDIR /app
COPY . .

FROM alpine:3.22
COPY --from=files /app/config/shop.json /etc/shop.json
