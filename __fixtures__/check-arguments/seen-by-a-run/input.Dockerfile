ARG VERSION=1.4.2
FROM debian:12
LABEL version="${VERSION}"
COPY . /src
RUN make -C /src install
