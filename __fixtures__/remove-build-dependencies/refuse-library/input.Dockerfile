FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends gcc libsomethingrare-dev && make -C /src
CMD ["/src/tool"]
