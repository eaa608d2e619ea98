FROM debian:12
ENV PATH=/opt/venv/bin:$PATH
RUN sudo pip install flask
