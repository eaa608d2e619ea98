/** What Python sources import, and which packages that may be. */

/** The public modules of the standard library: `sys.stdlib_module_names` of Python 3.11. */
const STANDARD = new Set(
  (
    'abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb ' +
    'binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop ' +
    'collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg ' +
    'crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email ' +
    'encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib ' +
    'functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac ' +
    'html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword ' +
    'lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap ' +
    'modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers ' +
    'opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform ' +
    'plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc ' +
    'pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched ' +
    'secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket ' +
    'socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string ' +
    'stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib ' +
    'tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace ' +
    'traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid ' +
    'venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp ' +
    'zipfile zipimport zlib zoneinfo __future__ _thread'
  ).split(' '),
);

/**
 * Packages that run by themselves, or within a test runner: an application does not import them
 * when it runs. By their descriptions on https://pypi.org/, read 2026-11-27.
 */
const TOOLS =
  /^(?:pytest(?:-.*)?|black|ruff|flake8(?:-.*)?|pylint(?:-.*)?|mypy|pyright|isort|autopep8|yapf|autoflake|bandit|safety|codespell|pre-commit|tox(?:-.*)?|nox|coverage|codecov|coveralls|hypothesis|factory-boy|faker|freezegun|responses|moto|vcrpy|mkdocs(?:-.*)?|sphinx(?:-.*)?|furo|ipdb|ipython|ipykernel|jupyter(?:lab)?|notebook|pip-tools|twine|build|commitizen|bump2version|bumpversion|poethepoet|taskipy|invoke|pyupgrade|vulture|radon|djlint|pudb|pycodestyle|pydocstyle|pyflakes|types-.*|.*-stubs|.*-stubs-ext|locust|watchdog|watchfiles|honcho|deptry|pip-audit|licensecheck|py-spy|memray|snakeviz|line-profiler|memory-profiler|nose\d?|mock|twisted-dev-tools)$/;

export const isTool = (name: string): boolean => TOOLS.test(name);

/** Modules that are not called like their package: https://pypi.org/, read 2026-11-27. */
const MODULES: Readonly<Record<string, string>> = {
  attrs: 'attr attrs',
  beautifulsoup4: 'bs4',
  'django-cors-headers': 'corsheaders',
  'django-debug-toolbar': 'debug_toolbar',
  'django-filter': 'django_filters',
  'django-livereload-server': 'livereload',
  djangorestframework: 'rest_framework',
  'factory-boy': 'factory',
  'grpcio-tools': 'grpc_tools',
  ipython: 'IPython',
  mysqlclient: 'MySQLdb',
  'opencv-python': 'cv2',
  pillow: 'PIL',
  'psycopg2-binary': 'psycopg2',
  pyjwt: 'jwt',
  'python-dateutil': 'dateutil',
  'python-dotenv': 'dotenv',
  'python-multipart': 'multipart python_multipart',
  pyyaml: 'yaml',
  'scikit-learn': 'sklearn',
  werkzeug: 'werkzeug',
};

/** The names under which the modules of a package may be imported, in lower case. */
export function modulesOf(name: string): readonly string[] {
  const known = MODULES[name];
  if (known !== undefined) return known.toLowerCase().split(' ');
  const plain = name.replaceAll('-', '_');
  const short = plain.replace(/^(?:python|py|django|flask)_/, '').replace(/_(?:python|py)$/, '');
  return [...new Set([plain, short])];
}

/** Is it certain under which name its modules are imported? */
export const hasKnownModules = (name: string): boolean => name in MODULES || isTool(name);

/** The first names of all absolute imports of a source. */
export function importsIn(text: string): string[] {
  const found: string[] = [];
  for (const [, from, list] of text.matchAll(IMPORT)) {
    if (from !== undefined) found.push(from);
    for (const part of list?.split(',') ?? []) {
      const name = /^\s*(\w+)/.exec(part)?.[1];
      if (name !== undefined) found.push(name);
    }
  }
  return [...new Set(found)].filter((name) => !STANDARD.has(name));
}

const IMPORT = /^[ \t]*(?:from[ \t]+(\w+)[\w.]*[ \t]+import\b|import[ \t]+(\w[\w., \t]*))/gm;
