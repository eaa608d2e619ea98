FROM python:3.12
WORKDIR /srv
COPY setup.py fast.c ./
RUN pip install .
CMD ["python", "-m", "fast"]
