FROM python:3.12-slim
RUN useradd --uid 1500 runner
USER runner
COPY app.py /app/app.py
USER runner
CMD ["python", "/app/app.py"]
