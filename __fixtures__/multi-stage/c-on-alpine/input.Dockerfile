FROM alpine:3.19
RUN apk add --no-cache build-base curl-dev
WORKDIR /src
COPY . .
RUN c++ -O2 -o ask main.cpp -lcurl
CMD ["/src/ask"]
