FROM python:3.11
WORKDIR /docs
RUN pip install --no-cache-dir sphinx
RUN apt-get update && apt-get install -y make
COPY . .
CMD make html
