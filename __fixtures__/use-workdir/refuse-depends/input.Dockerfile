FROM debian:12
COPY . /src
RUN cd /src && make install
COPY config.json .
WORKDIR /app
