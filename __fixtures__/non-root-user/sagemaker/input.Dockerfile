FROM python:3.12-slim
RUN pip install --no-cache-dir multi-model-server sagemaker-inference
COPY serve.py /opt/
ENTRYPOINT ["python", "/opt/serve.py"]
