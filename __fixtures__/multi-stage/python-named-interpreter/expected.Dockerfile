FROM python:3.10 AS build
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt

FROM python:3.10-slim
WORKDIR /app
COPY --from=build /usr/local/lib/python3.10/site-packages /usr/local/lib/python3.10/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
COPY --from=build /app /app
CMD ["/usr/local/bin/gunicorn", "app:app"]
