def main():
    print(0)
