FROM registry.example.com/python
WORKDIR /app
RUN pip install --no-cache-dir flask
