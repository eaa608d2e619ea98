FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y build-essential wget
RUN wget https://example.org/queue-1.2.tar.gz && tar xzf queue-1.2.tar.gz
RUN cd queue-1.2 && ./configure && make && make install

FROM gcr.io/distroless/cc-debian12
ENV LD_LIBRARY_PATH=/usr/local/lib
COPY --from=build /usr/local /usr/local
CMD ["queue-server", "--port", "7000"]
