import os

open(os.path.join(os.environ['DATA_DIR'], 'a.txt'), 'w')
