import { valueOf } from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import { pathFrom } from '../steps.ts';
import type { Candidate, NoPlan, Subject } from '../types.ts';
import { isPython, moduleCall } from './python-pip.ts';

/** What the container starts, behind `poetry run` and the like. */
export interface PythonStart {
  /** What runs in the end; `undefined` in it: not static. */
  readonly main: readonly (string | undefined)[];
  /** Start commands without the package manager, where the file starts through one. */
  readonly start: Candidate['start'];
  /** The package manager that the file starts through, which knows where the packages are. */
  readonly runner: string | undefined;
}

const RUNNERS = new Set(['poetry', 'uv', 'pipenv']);

/** Options of `uv run`, `poetry run` and `pipenv run` that change nothing about what runs. */
const RUN_FLAGS =
  /^(?:-q|--quiet|--frozen|--no-sync|--locked|--offline|--no-dev|--no-cache|--all-extras|--no-group=\w+)$/;

/** Reads the start of a Python application; a reason, where it cannot be kept. */
export function pythonStart(subject: Subject): PythonStart | NoPlan {
  const { start } = subject;
  if (start.trouble !== undefined) return { reason: 'start', detail: start.trouble };
  if (!start.entrypoint && !start.cmd) {
    return { reason: 'start', detail: 'there is no ENTRYPOINT or CMD' };
  }
  const line = start.line && withoutRunner(start.line);
  if (line === 'unknown') return { reason: 'start', detail: start.line!.join(' ') };
  const words = start.line && (moduleCall(start.line) ?? start.line);
  const runner = [...(words?.slice(0, 1) ?? []), ...start.programs]
    .map(baseName)
    .find((program) => RUNNERS.has(program));
  if (runner !== undefined && line === start.line) {
    return { reason: 'start', detail: `it starts through ${runner}, in a shell` };
  }
  const main = line && line !== start.line ? line : start.main;
  const development = developmentCommand(main);
  if (development !== undefined) return { reason: 'development', detail: development };
  if (line === start.line || line === undefined)
    return { main, start: undefined, runner: undefined };
  if (start.entrypoint && start.cmd) {
    return { reason: 'start', detail: `${start.line!.join(' ')}: in ENTRYPOINT and CMD` };
  }
  return { main, start: start.entrypoint ? { entrypoint: line } : { cmd: line }, runner };
}

/** The same array where there is no package manager in front. */
function withoutRunner(line: readonly string[]): readonly string[] | 'unknown' {
  const words = moduleCall(line) ?? line;
  const name = baseName(words[0] ?? '');
  if (!RUNNERS.has(name)) return line;
  if (words[1] !== 'run') return 'unknown';
  let at = 2;
  while (RUN_FLAGS.test(words[at] ?? '')) at++;
  if (words[at] === '--') at++;
  const rest = words.slice(at);
  if (name === 'uv' && /^(?:-m|--module)$/.test(rest[0] ?? ''))
    return ['python', '-m', ...rest.slice(1)];
  if (rest.length === 0 || rest[0]!.startsWith('-')) return 'unknown';
  return name === 'uv' && rest[0]!.endsWith('.py') ? ['python', ...rest] : rest;
}

/** Tests, notebooks, and servers that restart when a source changes. */
const WORKBENCHES = new Set(
  'pytest py.test tox nox ipython jupyter jupyter-lab jupyter-notebook jupyterhub watchmedo ptw watchfiles hupper nosetests mkdocs'.split(
    ' ',
  ),
);

function developmentCommand(main: readonly (string | undefined)[]): string | undefined {
  const words = main.map((word) => word ?? '$');
  const text = words.join(' ');
  const called = moduleCall(words) ?? words;
  const name = baseName(called[0] ?? '');
  if (WORKBENCHES.has(name)) return text;
  if (called.includes('--reload') || called.includes('--auto-reload')) return text;
  if (name === 'flask' && called.includes('--debug')) return text;
  if (name === 'fastapi' && called[1] === 'dev') return text;
  return undefined;
}

/**
 * Programs of packages that `python -m` starts as well: they have a `__main__`, and put the working
 * directory on sys.path themselves. https://docs.gunicorn.org/en/stable/run.html,
 * https://www.uvicorn.org/#command-line-options, https://flask.palletsprojects.com/en/stable/cli/,
 * https://docs.celeryq.dev/en/stable/reference/cli.html, https://hypercorn.readthedocs.io/,
 * https://github.com/emmett-framework/granian#readme,
 * https://docs.pylonsproject.org/projects/waitress/en/stable/runner.html, read 2026-11-25.
 */
const MODULES: Readonly<Record<string, string>> = {
  gunicorn: 'gunicorn',
  uvicorn: 'uvicorn',
  flask: 'flask',
  celery: 'celery',
  hypercorn: 'hypercorn',
  'waitress-serve': 'waitress',
  'django-admin': 'django',
  granian: 'granian',
};

/** Words for the interpreter itself; undefined where it is not Python that starts. */
function interpreted(words: readonly string[], subject: Subject): readonly string[] | undefined {
  const [first, ...rest] = words;
  if (first === undefined) return undefined;
  if (isPython(first)) return rest;
  const module = MODULES[first];
  if (module !== undefined) return ['-m', module, ...rest];
  const [main, ...mainRest] = subject.start.main;
  // A script with the interpreter in its first line.
  if (isPython(main) && mainRest[0] === first && pathFrom(valueOf(subject.workdir), first))
    return words;
  return undefined;
}

/** The start commands on a base whose ENTRYPOINT is the interpreter; a text: why there are none. */
export function bareStart(subject: Subject, own: Candidate['start']): Candidate['start'] | string {
  const { entrypoint, cmd, line, shell } = subject.start;
  if (line === undefined || shell) return 'its start command needs a shell';
  if (own) {
    const words = interpreted(own.cmd ?? own.entrypoint ?? [], subject);
    if (!words) return `it starts ${line.join(' ')}, and no Python`;
    return own.cmd ? { cmd: words } : { entrypoint: ['python3', ...words] };
  }
  if (!entrypoint) {
    const words = interpreted(line, subject);
    return words ? { cmd: words } : `it starts ${line.join(' ')}, and no Python`;
  }
  const first = entrypoint.json ?? (cmd ? undefined : line);
  const words = first && interpreted(first, subject);
  if (!words || (cmd && !cmd.json)) return `it starts ${line.join(' ')}, and no Python`;
  return { entrypoint: ['python3', ...words] };
}
