with open("orders.log", "a") as log:
    log.write("started\n")
