ARG VERSION=1.4.2
FROM debian:12
ARG VERSION
LABEL version="${VERSION}"
COPY . /src
RUN make -C /src install
