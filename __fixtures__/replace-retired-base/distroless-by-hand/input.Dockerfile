FROM gcr.io/distroless/python3-debian11
COPY app.py /
CMD ["app.py"]
