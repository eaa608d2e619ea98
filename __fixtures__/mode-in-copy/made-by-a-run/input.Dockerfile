FROM debian:12
WORKDIR /scripts
COPY . .
RUN make scripts
RUN chmod -R 755 /scripts
