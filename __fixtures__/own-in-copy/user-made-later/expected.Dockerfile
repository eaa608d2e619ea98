FROM python:3.12-alpine
WORKDIR /app

# nobody needs to be root here
RUN adduser -D shop && chown shop:shop /app

COPY --chown=shop:shop requirements.txt .
RUN pip install -r requirements.txt

COPY --chown=shop:shop . .

USER shop
CMD ["python", "app.py"]
