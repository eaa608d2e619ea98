import app


def test_index():
    assert "3 letters" in app.index("word=abc")
