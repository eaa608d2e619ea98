FROM python:3.12 AS build
ENV PATH=/root/.local/bin:$PATH
WORKDIR /app
COPY requirements.txt .
RUN pip install --user -r requirements.txt

FROM python:3.12-slim
ENV PATH=/root/.local/bin:$PATH
WORKDIR /app
COPY --from=build /root/.local /root/.local
COPY . .
CMD ["gunicorn", "app:app"]
