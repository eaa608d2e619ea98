FROM python:3.12
RUN apt-get update && apt-get install -y --no-install-recommends libpq5
COPY main.py /srv/
CMD ["python", "/srv/main.py"]
