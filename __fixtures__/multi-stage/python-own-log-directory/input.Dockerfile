FROM python:3.12-alpine
RUN apk add --no-cache gcc musl-dev
RUN adduser -D app && mkdir -p /var/log/tides && chown -R app:app /app /var/log/tides
WORKDIR /app
COPY --chown=app:app . .
RUN pip install -r requirements.txt
USER app
CMD ["python", "main.py"]
