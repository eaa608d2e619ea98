from dotenv import load_dotenv
import os

from flask import Flask

app = Flask(__name__)
