FROM python:3.12
COPY --from=ghcr.io/astral-sh/uv:0.4.20 /uv /bin/
WORKDIR /app
COPY . .
CMD ["uv", "run", "main.py"]
