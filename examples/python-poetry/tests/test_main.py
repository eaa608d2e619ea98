from tides.main import level


def test_high_tide():
    assert level(0) == {"hour": 0, "metres": 2.5}
