FROM python:3.13-slim
WORKDIR /srv
COPY main.py ./
CMD sh -c "python main.py 2>&1 | tee /var/log/app.log"
