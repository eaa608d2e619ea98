FROM ubuntu:20.04 AS build
RUN apt-get update && apt-get install -y build-essential libsqlite3-dev
WORKDIR /src
COPY . .
RUN make -C server all && make -C server test && cp server/keep /usr/local/bin/keep

FROM ubuntu:20.04
RUN apt-get update && \
    apt-get install -y --no-install-recommends libsqlite3-0 && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY --from=build /usr/local/bin/keep /usr/local/bin/keep
EXPOSE 7000
CMD keep -d /data/keep.db
