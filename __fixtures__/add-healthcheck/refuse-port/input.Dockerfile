FROM python:3.12-slim
COPY app.py /srv/
EXPOSE 8000 8001
CMD ["uvicorn", "app:app"]
