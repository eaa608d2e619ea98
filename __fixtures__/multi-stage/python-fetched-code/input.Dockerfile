FROM python:3.11
RUN apt-get update && apt-get install -y git
RUN git clone --depth 1 https://git.example.com/notes /notes
WORKDIR /notes
RUN pip install --no-cache-dir flask
CMD ["python", "main.py"]
