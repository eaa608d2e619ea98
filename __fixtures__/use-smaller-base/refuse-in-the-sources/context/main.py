import subprocess

subprocess.run(['convert', 'a.svg', 'a.png'])
