FROM python:3.12
WORKDIR /app
COPY server.py .
EXPOSE 8000
CMD ["python3", "server.py"]
