FROM python:3.12-slim
WORKDIR /srv/app
COPY --link src .
CMD ["python", "main.py"]
