import { valueOf } from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import { pathFrom } from '../steps.ts';
import type { Step, Subject } from '../types.ts';
import {
  refused,
  placeAt,
  withoutOptions,
  installerDeed,
  venvDeed,
  deletes,
  moduleDeed,
  commandDeed,
  manageDeed,
  IDLE,
  MANAGER,
  type Deed,
  type Installer,
  type Place,
} from './python-deeds.ts';
import { pathDirectories } from '../search-path.ts';
import { isPython, moduleCall, pipCall, purposeOf, toolWords, type PipCall } from './python-pip.ts';

/** Reads all steps of a stage in order: what one sets, the next may rest on. */
export function deedsOf(subject: Subject): ReadonlyMap<Step, Deed> {
  const reader = new Reader(subject);
  const deeds = new Map<Step, Deed>();
  for (const step of subject.steps) {
    const deed = reader.read(step);
    if (deed) deeds.set(step, deed);
  }
  return deeds;
}

class Reader {
  private readonly subject: Subject;
  private readonly venvs: string[] = [];
  private readonly settings = new Map<string, string>();
  /** Activated by `. X/bin/activate`, for the rest of its RUN. */
  private active: { run: Step['run']; path: string } | undefined;
  private fetched = '';

  constructor(subject: Subject) {
    this.subject = subject;
  }

  read(step: Step): Deed | undefined {
    const deed = this.deed(step);
    if (deed?.kind === 'venv') this.venvs.push(deed.path);
    this.fetched = step.piped && /^(?:curl|wget)$/.test(step.program) ? step.args.join(' ') : '';
    return deed;
  }

  private deed(step: Step): Deed | undefined {
    const { program, args } = step;
    if (/^(?:\.|source)$/.test(program)) return this.activate(step);
    if (/^(?:conda|mamba|micromamba|pyenv)$/.test(program)) {
      return refused(
        'no-base',
        `${program} brings a Python of its own (line ${step.run.given.line})`,
      );
    }
    if (this.fetched !== '' && /^(?:sh|bash|dash|python[\d.]*)$/.test(program)) {
      return installerDeed(this.fetched);
    }
    const call = pipCall(step);
    if (call) return this.pip(step, call);
    if (program === 'find') return deletes(args) ? IDLE : undefined;
    if (program === 'easy_install') return this.install(step, 'easy_install');
    const words = toolWords(step);
    switch (baseName(words[0] ?? '')) {
      case 'venv':
      case 'virtualenv':
        return venvDeed(step, words.slice(1));
      case 'poetry':
        return this.poetry(step, words.slice(1));
      case 'pipenv':
        return this.pipenv(step, words.slice(1));
      case 'uv':
        return this.uv(step, words.slice(1));
      case 'compileall':
      case 'py_compile':
        return IDLE;
      default:
        return moduleCall([program, ...args]) ? moduleDeed(step, words) : this.script(step);
    }
  }

  private activate(step: Step): Deed | undefined {
    const path = pathFrom(step.directory, step.words[1]);
    if (path === undefined || !path.endsWith('/bin/activate')) return undefined;
    this.active = { run: step.run, path: path.slice(0, -'/bin/activate'.length) };
    return IDLE;
  }

  private pip(step: Step, call: PipCall): Deed | undefined {
    if (/^(?:wheel|download)$/.test(call.verb)) {
      // It fills a directory that a later step installs from.
      return IDLE;
    }
    if (!/^(?:install|sync)$/.test(call.verb)) return IDLE;
    const by = toolWords(step)[0] === 'uv' ? 'uv pip' : 'pip';
    const purpose = purposeOf(call);
    const place = this.pipPlace(step, call, by);
    if ('kind' in place) return place;
    if (purpose === 'manager') return MANAGER;
    if (purpose === 'pip' && place.system) return { kind: 'tool', tool: 'pip' };
    const sources = call.editable.flatMap((text) => this.sourceOf(step, text));
    return { kind: 'install', by, place, call, sources };
  }

  private sourceOf(step: Step, text: string): string[] {
    const repository =
      /^(?:git|hg|svn|bzr)\+.*?([\w.-]+?)(?:\.git)?(?:@[^/#]*)?(?:#egg=([\w.-]+).*)?$/.exec(text);
    // https://pip.pypa.io/en/stable/topics/vcs-support/#editable-vcs-installs
    const path = repository
      ? pathFrom(step.directory, `src/${repository[2] ?? repository[1]}`)
      : pathFrom(step.directory, text.replace(/\[.*$/, ''));
    return path === undefined ? [] : [path];
  }

  private pipPlace(step: Step, call: PipCall, by: Installer): Place | Deed {
    if (call.root !== undefined) {
      return refused(
        'output',
        `pip puts packages below ${call.root} (line ${step.run.given.line})`,
      );
    }
    const directory = call.target ?? (call.prefix === '/usr/local' ? undefined : call.prefix);
    if (directory !== undefined) return placeAt(pathFrom(step.directory, directory), step);
    if (call.user) return placeAt(this.userBase(step), step);
    if (by === 'uv pip') return this.uvPlace(step, call);
    return this.python(step);
  }

  /** `~/.local`, or PYTHONUSERBASE. */
  private userBase(step: Step): string | undefined {
    const set = valueOf(step.run.variable('PYTHONUSERBASE'));
    if (set !== undefined && set !== '') return set;
    const user = step.run.state && valueOf(step.run.state.user);
    return user === 'root' || user === '0' ? '/root/.local' : undefined;
  }

  /** The environment that `python` and `pip` stand for in a step. */
  private python(step: Step): Place {
    const written = step.words[0] ?? '';
    if (written.includes('/')) {
      const path = pathFrom(step.directory, written);
      const venv = path?.replace(/\/bin\/[^/]+$/, '');
      return venv !== undefined && this.isVenv(venv)
        ? { system: false, path: venv }
        : { system: true };
    }
    if (this.active?.run === step.run) return { system: false, path: this.active.path };
    const first = pathDirectories(this.subject.stage, step.run).find((directory) =>
      this.isVenv(directory.replace(/\/bin$/, '')),
    );
    return first === undefined
      ? { system: true }
      : { system: false, path: first.replace(/\/bin$/, '') };
  }

  private isVenv(path: string): boolean {
    return this.venvs.includes(path);
  }

  private install(step: Step, by: Installer): Deed {
    return { kind: 'install', by, place: this.python(step), call: undefined, sources: [] };
  }

  private variable(step: Step, name: string): string | undefined {
    const own = step.command?.assignments.find((assignment) => assignment.name === name);
    if (own) return own.text.slice(name.length + 1).replace(/^["']|["']$/g, '');
    const value = valueOf(step.run.variable(name));
    return value === '' ? undefined : value;
  }

  private isSet(step: Step, name: string): boolean {
    return /^(?:1|true|yes|on)$/i.test(this.variable(step, name) ?? '');
  }

  private virtualEnv(step: Step): string | undefined {
    if (this.active?.run === step.run) return this.active.path;
    return this.variable(step, 'VIRTUAL_ENV');
  }

  /** https://python-poetry.org/docs/configuration/ and /docs/cli/, read 2026-11-25. */
  private poetry(step: Step, words: readonly string[]): Deed | undefined {
    const [verb, ...rest] = withoutOptions(words);
    if (verb === 'run') return this.inner(step, words, 'run');
    if (verb === 'config' && rest.length > 1) this.settings.set(rest[0]!, rest[1]!);
    if (!/^(?:install|update|add|sync)$/.test(verb ?? '')) {
      return verb === undefined || verb === 'shell' ? undefined : IDLE;
    }
    const venv = this.virtualEnv(step);
    const inProject =
      this.isSet(step, 'POETRY_VIRTUALENVS_IN_PROJECT') ||
      this.settings.get('virtualenvs.in-project') === 'true';
    const create =
      this.variable(step, 'POETRY_VIRTUALENVS_CREATE') ?? this.settings.get('virtualenvs.create');
    const own = inProject && !/^(?:false|0)$/i.test(create ?? '');
    const path =
      venv ?? (own && step.directory !== undefined ? `${step.directory}/.venv` : undefined);
    const place: Place = path === undefined ? { system: true } : { system: false, path };
    return { kind: 'install', by: 'poetry', place, call: undefined, sources: [] };
  }

  /** https://pipenv.pypa.io/en/latest/configuration.html, read 2026-11-25. */
  private pipenv(step: Step, words: readonly string[]): Deed | undefined {
    const [verb] = withoutOptions(words);
    if (verb === 'run') return this.inner(step, words, 'run');
    if (!/^(?:install|sync|update)$/.test(verb ?? '')) return verb === 'shell' ? undefined : IDLE;
    const venv = this.virtualEnv(step);
    const own = this.isSet(step, 'PIPENV_VENV_IN_PROJECT') && !words.includes('--system');
    const path =
      venv ?? (own && step.directory !== undefined ? `${step.directory}/.venv` : undefined);
    const place: Place = path === undefined ? { system: true } : { system: false, path };
    return { kind: 'install', by: 'pipenv', place, call: undefined, sources: [] };
  }

  /** https://docs.astral.sh/uv/reference/cli/ and /reference/environment/, read 2026-11-25. */
  private uv(step: Step, words: readonly string[]): Deed | undefined {
    const [verb, ...rest] = withoutOptions(words);
    if (verb === 'run') return this.inner(step, words, 'run');
    if (verb === 'venv') {
      const path = pathFrom(step.directory, rest[0] ?? '.venv');
      return path === undefined ? undefined : { kind: 'venv', path };
    }
    if (verb === 'python' && rest[0] === 'install') {
      return refused('no-base', `uv brings a Python of its own (line ${step.run.given.line})`);
    }
    if (verb === 'tool' || verb === 'tree' || verb === 'init')
      return verb === 'tree' ? IDLE : undefined;
    if (!/^(?:sync|add)$/.test(verb ?? '')) return verb === undefined ? undefined : IDLE;
    const set = this.variable(step, 'UV_PROJECT_ENVIRONMENT');
    const path = words.includes('--active')
      ? this.virtualEnv(step)
      : pathFrom(step.directory, set ?? '.venv');
    if (path === undefined)
      return refused('output', `where uv sync (line ${step.run.given.line}) puts packages`);
    if (path === '/usr/local')
      return { kind: 'install', by: 'uv', place: { system: true }, call: undefined, sources: [] };
    return {
      kind: 'install',
      by: 'uv',
      place: { system: false, path },
      call: undefined,
      sources: [],
    };
  }

  private uvPlace(step: Step, call: PipCall): Place | Deed {
    if (call.python !== undefined) {
      const path = pathFrom(step.directory, call.python.replace(/\/bin\/python[\d.]*$/, ''));
      if (path !== undefined && this.isVenv(path)) return { system: false, path };
      return /^\/usr\/local\b/.test(call.python)
        ? { system: true }
        : refused('output', `uv installs for ${call.python} (line ${step.run.given.line})`);
    }
    if (call.system || this.isSet(step, 'UV_SYSTEM_PYTHON')) return { system: true };
    const path = this.virtualEnv(step) ?? pathFrom(step.directory, '.venv');
    return placeAt(path, step);
  }

  /** What `poetry run`, `uv run` and `pipenv run` start in a RUN. */
  private inner(step: Step, words: readonly string[], verb: string): Deed | undefined {
    const [program = '', ...args] = words.slice(words.indexOf(verb) + 1);
    if (program.startsWith('-')) return undefined;
    return this.deed({ ...step, program: baseName(program), args, words: [program, ...args] });
  }

  private script(step: Step): Deed | undefined {
    const words = [step.program, ...step.args];
    const at = isPython(step.program)
      ? words.findIndex((word, i) => i > 0 && !word.startsWith('-'))
      : 0;
    const name = words[at] ?? '';
    if (isPython(step.program) && step.args.includes('-c')) return commandDeed(step);
    if (/(?:^|\/)get-pip\.py$/.test(name)) return { kind: 'tool', tool: 'pip' };
    if (/(?:^|\/)setup\.py$/.test(name)) return this.setup(step, words.slice(at + 1));
    if (/(?:^|\/)manage\.py$/.test(name)) return manageDeed(step, name, words.slice(at + 1));
    if (name === 'django-admin') return manageDeed(step, 'manage.py', words.slice(at + 1));
    return undefined;
  }

  private setup(step: Step, words: readonly string[]): Deed | undefined {
    const verbs = withoutOptions(words);
    if (step.directory === undefined) return undefined;
    if (verbs.some((verb) => /^(?:install|develop)$/.test(verb))) {
      const sources = verbs.includes('develop') ? [step.directory] : [];
      return {
        kind: 'install',
        by: 'setup.py',
        place: this.python(step),
        call: undefined,
        sources,
      };
    }
    if (
      verbs.every((verb) => /^(?:build|build_ext|bdist_wheel|sdist|compile_catalog)$/.test(verb))
    ) {
      return { kind: 'writes', path: step.directory };
    }
    return undefined;
  }
}
