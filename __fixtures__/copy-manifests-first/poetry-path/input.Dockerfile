FROM python:3.12-slim
RUN pip install poetry
WORKDIR /srv/shop
COPY . .
RUN poetry install --only main
CMD ["poetry", "run", "shop"]
