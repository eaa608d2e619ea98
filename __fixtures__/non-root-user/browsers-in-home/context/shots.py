print("shot")
