# docker build --build-arg APP=other puts it elsewhere
FROM alpine:3.22
ARG APP=demo
WORKDIR /usr/src/${APP}
RUN apk add --no-cache build-base
COPY *.cpp ./
RUN g++ -O2 -o main main.cpp
EXPOSE 8000
CMD ["./main"]
