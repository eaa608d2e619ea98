from debian:12
RUN apt-get update
Env LANG=C.UTF-8
COPY . /app
cmd ["/app/run"]
