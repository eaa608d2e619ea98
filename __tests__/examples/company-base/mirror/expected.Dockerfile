FROM registry.example.com/hub/library/node:20 AS a
FROM registry.example.com/hub/debian:12
COPY --from=a /a /b
