FROM python:3.12
WORKDIR /srv
COPY requirements.txt main.py ./
RUN pip install -r requirements.txt
CMD ["python", "main.py"]
