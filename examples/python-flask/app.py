import os

import psycopg2
from flask import Flask, jsonify, render_template

app = Flask(__name__)


@app.get("/")
def index():
    return render_template("index.html", name=os.environ.get("APP_NAME", "notes"))


@app.get("/db")
def db():
    try:
        conn = psycopg2.connect(os.environ.get("DATABASE_URL", ""), connect_timeout=2)
    except psycopg2.OperationalError as e:
        return jsonify(error=str(e)), 503
    with conn, conn.cursor() as cur:
        cur.execute("select version()")
        return jsonify(version=cur.fetchone()[0])
