FROM python:3.12-alpine
WORKDIR /srv
COPY public .
EXPOSE 8000
CMD ["python", "-m", "http.server", "8000"]
