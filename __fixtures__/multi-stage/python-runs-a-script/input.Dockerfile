FROM python:3.12
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
RUN python download_model.py
CMD ["python", "main.py"]
