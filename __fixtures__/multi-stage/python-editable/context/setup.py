from setuptools import setup

setup(
    name='linecount',
    packages=['linecount'],
    entry_points={'console_scripts': ['linecount = linecount:main']},
)
