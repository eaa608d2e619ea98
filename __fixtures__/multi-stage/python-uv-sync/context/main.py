import httpx

print(httpx.get('http://backend/').status_code)
