# docker build --build-arg APP=other puts it elsewhere
FROM alpine:3.22 AS build
ARG APP=demo
WORKDIR /usr/src/${APP}
RUN apk add --no-cache build-base
COPY *.cpp ./
RUN g++ -O2 -o main main.cpp

FROM alpine:3.22
RUN apk add --no-cache libstdc++
ARG APP=demo
WORKDIR /usr/src/${APP}
COPY --from=build /usr/src/${APP}/main /usr/src/${APP}/main
EXPOSE 8000
CMD ["./main"]
