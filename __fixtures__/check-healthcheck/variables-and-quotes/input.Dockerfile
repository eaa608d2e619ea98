FROM python:3.12-alpine
ENV PORT=8000
COPY server.py /srv/
HEALTHCHECK CMD curl --silent --fail -o /dev/null "http://localhost:${PORT}/up"
CMD ["python", "/srv/server.py"]
