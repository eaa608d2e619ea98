FROM python:3.12
COPY main.py /srv/
# compose.yaml waits with a program that the smaller image lacks.
CMD ["python", "/srv/main.py"]
