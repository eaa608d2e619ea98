FROM python:3.12-slim
WORKDIR /srv/app
COPY src .
CMD ["python", "main.py"]
