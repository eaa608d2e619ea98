FROM python:3.12
COPY main.py /srv/
HEALTHCHECK CMD curl -f http://localhost:8000/ || exit 1
CMD ["python", "/srv/main.py"]
