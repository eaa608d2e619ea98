FROM python:3.13
WORKDIR /srv
COPY requirements.txt ./
RUN pip install -r requirements.txt
COPY tides/ tides/
CMD ["uvicorn", "tides:app", "--host", "0.0.0.0"]
