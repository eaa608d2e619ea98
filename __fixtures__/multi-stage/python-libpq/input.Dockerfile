FROM python:3.11-bookworm
RUN apt-get update
RUN apt-get install -y build-essential libpq-dev python3-dev netcat-openbsd
COPY . /code
WORKDIR /code
RUN pip install --upgrade pip
RUN pip install -r requirements.txt
CMD ["./start.sh"]
