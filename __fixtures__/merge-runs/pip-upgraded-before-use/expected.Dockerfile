FROM ubuntu:22.04
RUN ( pip3 install --upgrade pip ) && \
    pip3 install flask
