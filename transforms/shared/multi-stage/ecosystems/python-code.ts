import { baseName } from '../../prefix.ts';
import { commandsOfText } from '../start.ts';

/** What the application's own code needs of the system around it. */
export interface CodeNeeds {
  /** Programs that it runs, by name. */
  readonly programs: readonly string[];
  /** It runs programs that it does not name. */
  readonly unnamed: string | undefined;
  /** It loads shared libraries by name. */
  readonly libraries: string | undefined;
}

/** Parts of a project that do not run with it. */
export const isTest = (path: string): boolean =>
  /(?:^|\/)(?:tests?|testing|docs|examples?|benchmarks?)\/|(?:^|\/)(?:test_[^/]*|[^/]*_tests?|conftest|setup|noxfile|fabfile)\.py$/.test(
    path,
  );

/** Calls of the standard library that start a program, with the text behind the parenthesis. */
const CALLS =
  /\b(?:subprocess\.(?:run|call|check_call|check_output|Popen|getoutput|getstatusoutput)|Popen|check_output|check_call|os\.(?:system|popen|exec[lv]p?e?|spawn[lv]p?e?|posix_spawnp?)|create_subprocess_(?:exec|shell)|pexpect\.spawn|pty\.spawn)\s*\(\s*([^\n]*(?:\n[^\n]*)?)/g;

/** Compiles extension modules when it runs. */
const COMPILES = /\bpyximport\b|\btorch\.compile\(|\bcppimport\b|\bffi\.verify\(|\bload_inline\(/;

/** Reads Python sources, by path in the context. */
export function needsOf(code: ReadonlyMap<string, string>): CodeNeeds {
  const programs = new Set<string>();
  let unnamed: string | undefined;
  let libraries: string | undefined;
  for (const [path, text] of code) {
    if (isTest(path)) continue;
    for (const match of text.matchAll(CALLS)) {
      const found = programsOf(match[0], match[1]!);
      if (found) for (const program of found) programs.add(program);
      else unnamed ??= path;
    }
    if (COMPILES.test(text)) programs.add('gcc');
    if (/\bctypes\b.*(?:CDLL|LoadLibrary)\b|\bfind_library\(|\bcdll\.|\bffi\.dlopen\(/.test(text)) {
      libraries ??= path;
    }
  }
  return { programs: [...programs], unnamed, libraries };
}

/** Names of the programs of a call; undefined where it does not tell. */
function programsOf(call: string, rest: string): string[] | undefined {
  const shell =
    /^os\.(?:system|popen)|getoutput|getstatusoutput|create_subprocess_shell|shell\s*=\s*True/.test(
      call,
    );
  if (/^[[(]?\s*(?:sys\.executable|os\.environ\.get\(["']PYTHON)/.test(rest)) return [];
  const literal = /^(?:(?:args|command|cmd)\s*=\s*)?[[(]?\s*[bru]?(["'])((?:(?!\1).)*)\1/.exec(
    rest,
  );
  if (!literal) return undefined;
  const text = literal[2]!;
  if (!shell && !text.includes(' ')) return [baseName(text)];
  const commands = commandsOfText(text.replace(/\{[^}]*\}|%[sd]/g, 'x'));
  const names = commands?.map(([first]) => first);
  if (!names || names.includes(undefined) || names.length === 0) return undefined;
  return [...(shell ? ['sh'] : []), ...names.map((name) => baseName(name!))];
}

/**
 * Programs of the full Python image that the slim one lacks: those of buildpack-deps, and what they
 * bring along. https://github.com/docker-library/buildpack-deps, read 2026-11-25.
 */
const FULL_IMAGE = new Set(
  (
    'git hg svn curl wget ssh scp sftp ssh-keygen ssh-agent gcc g++ cc c++ make cpp ld as ar autoconf automake ' +
    'convert identify mogrify composite montage magick openssl gpg gpgv file patch unzip xz bzip2 ' +
    'mysql_config mariadb_config pg_config pkg-config ps top pgrep pkill kill dpkg-buildpackage ' +
    'm4 strings nm objdump readelf strip bzr xml2-config xslt-config curl-config rsvg-convert gs'
  ).split(' '),
);

/** Compilers and the like, which are installed for the build as a rule. */
const COMPILERS = new Set('gcc g++ cc c++ clang make cmake ld'.split(' '));

export const isCompiler = (program: string): boolean => COMPILERS.has(program);

export const isOfFullImage = (program: string): boolean => FULL_IMAGE.has(program);
