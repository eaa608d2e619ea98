# Models are kept in ~/.cache/huggingface.
FROM python:3.12-slim
RUN pip install --no-cache-dir torch==2.3.0 transformers==4.41.0
COPY serve.py /serve.py
CMD ["python", "/serve.py"]
