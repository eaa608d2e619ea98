import logging

logging.basicConfig(handlers=[logging.FileHandler("../app.log")])
with open("state.json", "w") as file:
    file.write("{}")
