FROM registry.example.com/base:7
USER app
RUN sudo apt-get update && sudo apt-get install -y curl
