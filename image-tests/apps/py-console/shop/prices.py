"""What things cost."""

PRICES = {"lamp": 20, "table": 150}
