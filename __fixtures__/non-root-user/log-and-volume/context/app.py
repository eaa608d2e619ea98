import logging

logging.FileHandler('/var/log/app/app.log')
