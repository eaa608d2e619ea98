FROM python:3.12
ENV PATH=/root/.local/bin:$PATH
WORKDIR /app
COPY requirements.txt .
RUN pip install --user -r requirements.txt
COPY . .
CMD ["gunicorn", "app:app"]
