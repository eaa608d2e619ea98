ARG PYTHON=3.12
ARG PORT=8080
FROM python:${PYTHON}-slim
WORKDIR /srv
COPY server.py .

# the port of the server
ENV SERVER_PORT=$PORT
EXPOSE $PORT
CMD ["python", "server.py"]
