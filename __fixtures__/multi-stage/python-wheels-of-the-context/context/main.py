import tinyroute

tinyroute.serve()
