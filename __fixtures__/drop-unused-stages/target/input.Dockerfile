FROM debian:12 AS dev
CMD ["dev"]
FROM debian:12 AS lint
CMD ["lint"]
FROM debian:12
CMD ["true"]
