FROM python:3.12
WORKDIR /src
COPY setup.py ./
COPY linecount linecount
RUN pip install -e .
WORKDIR /work
ENTRYPOINT ["linecount"]
