import pyximport

pyximport.install()
