import json

with open(f'state/{1}.json', 'w') as file:
    json.dump({}, file)
