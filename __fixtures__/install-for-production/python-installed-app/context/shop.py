import os

from flask import Flask

app = Flask(__name__)
INSTALLED_APPS = ["shop", "debug_toolbar"]
