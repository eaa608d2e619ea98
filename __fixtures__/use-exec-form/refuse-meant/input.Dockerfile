FROM python:3.12-slim
WORKDIR /app
COPY app.py .
# shell form, so that the debugger finds the command as it was typed
CMD python app.py
