import math
import os

from fastapi import FastAPI

app = FastAPI(title="tides")


@app.get("/")
def index():
    return {"app": "tides", "env": os.environ.get("APP_ENV", "dev")}


@app.get("/level/{hour}")
def level(hour: float):
    """Height in metres, from a tide that comes in every 12.4 hours."""
    return {"hour": hour, "metres": round(2.5 * math.cos(2 * math.pi * hour / 12.4), 2)}
