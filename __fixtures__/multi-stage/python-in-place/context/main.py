import requests

print(requests.get("http://backend:8080/").status_code)
