# Models are kept in ~/.cache/huggingface.
FROM python:3.12-slim
RUN pip install --no-cache-dir torch==2.3.0 transformers==4.41.0
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --create-home --shell /usr/sbin/nologin app
COPY serve.py /serve.py
USER app
CMD ["python", "/serve.py"]
