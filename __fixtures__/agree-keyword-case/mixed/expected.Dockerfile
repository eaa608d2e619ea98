FROM debian:12
RUN apt-get update
ENV LANG=C.UTF-8
COPY . /app
CMD ["/app/run"]
