FROM python:3.12
RUN apt-get install sklearn
RUN pip install sklearn
