"""A page that counts the letters of a word."""

import os
from urllib.parse import parse_qs

from tinyweb import App

app = App(root=os.path.dirname(os.path.abspath(__file__)))


@app.route("/")
def index(query):
    word = parse_qs(query).get("word", [""])[0]
    return app.render("index.html", word=word, count=len(word), title=os.environ["TITLE"])


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=int(os.environ.get("PORT", "5000")))
