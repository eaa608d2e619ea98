FROM python:3.9
RUN pip install "poetry==1.1.15"
RUN poetry install --no-dev
