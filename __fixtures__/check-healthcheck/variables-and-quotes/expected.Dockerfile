FROM python:3.12-alpine
ENV PORT=8000
COPY server.py /srv/
HEALTHCHECK CMD wget -qO /dev/null "http://127.0.0.1:${PORT}/up"
CMD ["python", "/srv/server.py"]
