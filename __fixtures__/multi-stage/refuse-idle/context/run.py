import termcolor
