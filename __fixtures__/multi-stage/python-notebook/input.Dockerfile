FROM python:3.12
WORKDIR /app
COPY . .
RUN pip install jupyter
CMD ["jupyter", "notebook", "--ip=0.0.0.0"]
