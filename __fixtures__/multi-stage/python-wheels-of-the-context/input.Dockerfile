FROM python:3.11-bookworm
RUN apt-get update && apt-get install -y build-essential libpq-dev
WORKDIR /app
COPY . .
RUN pip install --no-index --find-links=wheels -r requirements.txt
CMD python main.py
