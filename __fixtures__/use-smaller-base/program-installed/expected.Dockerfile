FROM python:3.12-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends git && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /srv
RUN git clone --depth 1 https://example.com/tool.git .
CMD ["python", "tool.py"]
