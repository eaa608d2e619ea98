import subprocess

print(subprocess.run(['git', 'log'], capture_output=True).stdout)
