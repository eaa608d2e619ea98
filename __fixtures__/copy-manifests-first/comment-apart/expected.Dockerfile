FROM python:3.12-slim
WORKDIR /srv

# What is needed to run
COPY requirements.txt .

RUN pip install -r requirements.txt

# The shop itself
COPY . .

CMD ["python", "shop.py"]
