ARG VERSION=3.12-bookworm
FROM python:${VERSION}
COPY main.py /srv/
CMD ["python", "/srv/main.py"]
