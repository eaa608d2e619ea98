FROM golang:1.25
WORKDIR /src
COPY . .
RUN make
