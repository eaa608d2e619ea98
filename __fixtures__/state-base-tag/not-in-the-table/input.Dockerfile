FROM example/base:latest
RUN true
