from pathlib import Path

CACHE = Path.home() / ".cache" / "fares"
CACHE.mkdir(parents=True, exist_ok=True)
(CACHE / "last.json").write_text("{}")
print("ready")
