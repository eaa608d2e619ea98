FROM python:3.12
WORKDIR /app
COPY . .
RUN pip install poetry -r requirements.txt
CMD ["python", "main.py"]
