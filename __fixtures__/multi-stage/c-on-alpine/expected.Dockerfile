FROM alpine:3.19 AS build
RUN apk add --no-cache build-base curl-dev
WORKDIR /src
COPY . .
RUN c++ -O2 -o ask main.cpp -lcurl

FROM alpine:3.19
RUN apk add --no-cache libcurl libstdc++
WORKDIR /src
COPY --from=build /src/ask /src/ask
CMD ["/src/ask"]
