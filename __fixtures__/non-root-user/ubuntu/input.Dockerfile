FROM ubuntu:24.04
RUN apt-get update && apt-get install -y python3
COPY app.py /srv/app.py
CMD ["python3", "/srv/app.py"]
