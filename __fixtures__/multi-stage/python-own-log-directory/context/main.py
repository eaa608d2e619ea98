import regex

open('/var/log/tides/tides.log', 'a').write('started')
