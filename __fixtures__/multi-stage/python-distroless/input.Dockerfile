FROM python:3.13
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir -r requirements.txt
USER 65532
ENTRYPOINT ["python", "-u"]
CMD ["main.py"]
