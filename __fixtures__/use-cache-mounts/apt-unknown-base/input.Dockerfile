FROM registry.example.com/base:7
RUN apt-get update && apt-get install -y curl
