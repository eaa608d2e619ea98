FROM debian:12
COPY . /src
RUN cd /src && make install
CMD ["/usr/local/bin/tool"]
