FROM registry.example.com/python
WORKDIR /app
RUN pip install flask
