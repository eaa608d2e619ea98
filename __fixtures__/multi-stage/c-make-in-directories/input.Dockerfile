FROM ubuntu:20.04
RUN apt-get update && apt-get install -y build-essential libsqlite3-dev
WORKDIR /src
COPY . .
RUN make -C server all && make -C server test && cp server/keep /usr/local/bin/keep
EXPOSE 7000
CMD keep -d /data/keep.db
