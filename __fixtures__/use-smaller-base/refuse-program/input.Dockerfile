FROM python:3.12
WORKDIR /srv
RUN git clone --depth 1 https://example.com/tool.git .
CMD ["python", "tool.py"]
