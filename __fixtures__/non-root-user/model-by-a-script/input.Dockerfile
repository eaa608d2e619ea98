FROM python:3.12-slim
WORKDIR /srv
RUN pip install --no-cache-dir sentence-transformers==3.3.1
COPY fetch.py .
# The script leaves a model in the home of root.
RUN python fetch.py
COPY shop.py .
CMD ["python", "shop.py"]
