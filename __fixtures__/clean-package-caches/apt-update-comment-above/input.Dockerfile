FROM debian:12
# fetch the package lists
RUN apt-get update
COPY . /app
RUN apt-get install -y --no-install-recommends zip
