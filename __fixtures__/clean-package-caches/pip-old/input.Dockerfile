FROM debian:jessie
RUN pip install flask
