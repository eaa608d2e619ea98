FROM ubuntu:22.04
RUN pip3 install --upgrade pip
RUN pip3 install flask
