FROM debian:12-slim
ARG VERSION
RUN curl -fsSLO https://example.com/shop-$VERSION.tar.gz
ARG REVISION
RUN make
ENV REVISION=$REVISION
