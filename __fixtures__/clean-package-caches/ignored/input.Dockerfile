FROM python:3.12-slim
# dockopt ignore=clean-package-caches
RUN pip install flask
# dockopt ignore
RUN pip install gunicorn
