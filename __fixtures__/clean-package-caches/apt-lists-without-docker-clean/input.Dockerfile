FROM registry.example.com/base:1
RUN apt-get update && apt-get install -y --no-install-recommends tini
