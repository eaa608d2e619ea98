from hatchery.main import main

main()
