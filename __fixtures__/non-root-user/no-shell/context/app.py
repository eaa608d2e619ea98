open('/data/x', 'w')
