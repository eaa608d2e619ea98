FROM alpine:3.20 AS build
RUN apk add --no-cache gcc musl-dev && make

FROM python:3.12-bookworm AS full
RUN apt-get update && apt-get install -y gcc libpq-dev && pip install psycopg2

FROM alpine:3.20
RUN apk add --no-cache gcc musl-dev make
RUN apk add --no-cache --virtual .build-deps g++ && make && apk del .build-deps
RUN apk add --no-cache curl make && make
COPY --from=build /tool /tool
COPY --from=full /usr /usr
CMD ["/tool"]
