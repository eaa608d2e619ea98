FROM gcr.io/distroless/python3-debian12
COPY app.py /app.py
VOLUME /data
CMD ["/app.py"]
