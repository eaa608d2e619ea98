FROM python:3.12-slim
WORKDIR /srv

# What is needed to run
COPY requirements.txt .

# The shop itself
COPY . .
RUN pip install -r requirements.txt

CMD ["python", "shop.py"]
