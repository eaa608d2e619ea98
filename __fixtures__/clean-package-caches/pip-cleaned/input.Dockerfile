FROM python:3.12-slim
RUN pip install flask && rm -rf /root/.cache
RUN pip install --no-cache flask
RUN PIP_NO_CACHE_DIR=1 pip install flask
RUN pip install --cache-dir /tmp/pip flask
