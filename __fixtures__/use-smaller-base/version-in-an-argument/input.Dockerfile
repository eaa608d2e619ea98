arg PYTHON=3.12
from python:${PYTHON}
workdir /srv
copy requirements.txt .
run pip install -r requirements.txt
copy app.py wsgi.py ./
cmd ["gunicorn", "wsgi:app"]
