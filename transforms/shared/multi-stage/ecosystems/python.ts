import { pythonBases, valueOf, type Fact } from '../../../../src/kit.ts';
import { toolsOf } from '../../dependency-tools.ts';
import { baseName } from '../../prefix.ts';
import type { ContextFile } from '../brought.ts';
import { filesOf, isNeverRead, mentionsIn, textsOf } from '../sources.ts';
import type { Ecosystem, NoPlan, Plan, Shipment, Step, Subject } from '../types.ts';
import { ownBackend } from './pyproject.ts';
import { Candidates } from './python-candidates.ts';
import { isTest, needsOf } from './python-code.ts';
import type { Deed } from './python-deeds.ts';
import { environmentOf, type Environment, type Setting } from './python-environment.ts';
import { applicationShips } from './python-files.ts';
import { neededInPlace, usesDistribution, whyNoBase } from './python-interpreter.ts';
import { pipCall } from './python-pip.ts';
import { programsOf } from './python-programs.ts';
import { requirementsOf, type Requirements } from './python-requirements.ts';
import { pythonStart, type PythonStart } from './python-start.ts';
import { deedsOf } from './python-steps.ts';
import { otherPython } from './python-uv.ts';
import { pythonRef, versionOf, type Version } from './python-version.ts';

/** Applications whose packages pip, poetry, uv or pipenv installs. */
export const python: Ecosystem = {
  id: 'python',
  builds: (stage) =>
    stage.instructions.some(({ keyword, args }) => keyword === 'RUN' && INSTALLS.test(args.text)),
  applies: ({ ref, steps }) =>
    steps.some(isInstallation) ||
    (IMAGES.test(ref.repository) && !/slim|alpine/.test(ref.tag ?? '')),
  plan: (subject) => new Planner(subject).plan(),
};

const INSTALLS = /\b(?:pip3?|poetry|pipenv|uv pip|conda) install\b|\buv sync\b/;

const IMAGES = /(?:^|\/)(?:python|pypy|uv|miniconda3?|anaconda3?|miniforge3|mambaforge)$/;

const isInstallation = (step: Step): boolean =>
  /^(?:install|sync)$/.test(pipCall(step)?.verb ?? '') ||
  (/^(?:poetry|pipenv|conda|uv)$/.test(step.program) &&
    /^(?:install|sync|env|create|update)$/.test(step.args[0] ?? '')) ||
  (step.program === 'python' && /(?:^|\/)setup\.py$/.test(step.args[0] ?? ''));

/** What the steps install, and what is known of it. */
interface Installed {
  readonly deeds: ReadonlyMap<Step, Deed>;
  readonly requirements: Requirements;
  readonly programs: readonly string[];
  readonly ships: readonly Shipment[];
}

class Planner {
  private readonly subject: Subject;
  private readonly files: Fact<readonly ContextFile[]>;
  private readonly code: ReadonlyMap<string, string> | undefined;
  private readonly texts: ReadonlyMap<string, string> | undefined;

  constructor(subject: Subject) {
    this.subject = subject;
    this.files = filesOf(subject);
    const read = (wanted: (source: string) => boolean): ReadonlyMap<string, string> | undefined =>
      this.files.known ? textsOf(subject.context, this.files.value, wanted) : undefined;
    const backends = this.backends();
    this.code = read((path) => path.endsWith('.py') && !backends.has(baseName(path)));
    this.texts = read((path) => isText(path) && !isTest(path) && !isNeverRead(path));
  }

  /** Files of the application that only build a package of it. */
  private backends(): ReadonlySet<string> {
    const { context } = this.subject;
    const sources = (valueOf(this.files) ?? []).map(({ source }) => source);
    return new Set(
      sources
        .filter((source) => source.endsWith('pyproject.toml'))
        .flatMap((source) => ownBackend(valueOf(context.readText(source)) ?? '') ?? []),
    );
  }

  plan(): Plan | NoPlan {
    const { subject } = this;
    const ref = pythonRef(subject.ref);
    const version = ref && versionOf(ref, subject.base);
    if (!ref || !version) return { reason: 'no-base', detail: whyNoBase(subject) };
    const start = pythonStart(subject);
    if ('reason' in start) return start;
    const installed = this.installed(version, start);
    if ('reason' in installed) return installed;
    const setting = this.setting(version, start, installed);
    const environment = environmentOf(setting, false);
    if ('reason' in environment) return environment;
    const of = this.candidates(setting, start, installed, environment);
    const candidates = pythonBases(ref, subject.base).map((base) => of.on(base, installed.ships));
    if (candidates.length === 0) {
      return { reason: 'no-base', detail: `no smaller image is known for ${subject.ref.text}` };
    }
    return {
      what: 'Python application',
      candidates,
      accounted: new Set(installed.deeds.keys()),
      runs: of.runs(),
      mentions: this.mentions(installed.requirements),
      buildVariables: BUILD_VARIABLES,
      leaves: environment.managers,
    };
  }

  private installed(version: Version, start: PythonStart): Installed | NoPlan {
    const { subject } = this;
    const deeds = deedsOf(subject);
    for (const deed of deeds.values()) if (deed.kind === 'refused') return deed.why;
    const files = valueOf(this.files) ?? [];
    const stepsOf = (wanted: (deed: Deed, step: Step) => boolean): Step[] =>
      [...deeds].flatMap(([step, deed]) => (wanted(deed, step) ? [step] : []));
    const uv = stepsOf(
      (deed, step) =>
        (deed.kind === 'install' && deed.by === 'uv') ||
        (deed.kind === 'venv' && step.program === 'uv'),
    );
    const other = otherPython(subject.context, uv, files, version);
    if (other) return other;
    const installs = stepsOf(({ kind }) => kind === 'install');
    const requirements = requirementsOf(subject, installs, files);
    const programs = programsOf(subject, start, requirements, files);
    if ('reason' in programs) return programs;
    const ships = applicationShips(subject, deeds, this.texts);
    return 'reason' in ships ? ships : { deeds, requirements, programs, ships };
  }

  private setting(version: Version, start: PythonStart, installed: Installed): Setting {
    const { subject } = this;
    const { deeds, requirements } = installed;
    const hasForeign = subject.brought.some(({ source }) => source === undefined);
    return {
      subject,
      deeds,
      version,
      inPlace: neededInPlace(subject, start, this.texts),
      runner: start.runner,
      prebuilt: requirements.prebuilt && !hasForeign,
    };
  }

  private candidates(
    setting: Setting,
    start: PythonStart,
    { requirements, programs }: Installed,
    environment: Environment,
  ): Candidates {
    return new Candidates(this.subject, {
      start,
      setting,
      requirements,
      environment,
      needs: this.code && needsOf(this.code),
      programs,
      files: this.files.known,
      usesOther: usesDistribution(this.subject, this.texts),
    });
  }

  private mentions(requirements: Requirements): Plan['mentions'] {
    const said = mentionsIn(this.texts);
    const called = new Set(
      [...requirements.names].flatMap((name) => toolsOf('pypi', name)?.programs ?? []),
    );
    return (program) => (called.has(program) ? { known: true, value: true } : said(program));
  }
}

const isText = (path: string): boolean =>
  /\.(?:py|sh|bash|cfg|conf|ini|toml|ya?ml|json|txt|env|service|lua|j2|tmpl)$|(?:^|\/)(?:Procfile|crontab|[^./]+)$/.test(
    path,
  );

/** Variables of package managers, which do not ship. */
const BUILD_VARIABLES = (
  'UV_SYSTEM_PYTHON UV_COMPILE_BYTECODE UV_LINK_MODE UV_PROJECT_ENVIRONMENT UV_CACHE_DIR ' +
  'UV_NO_CACHE UV_PYTHON_DOWNLOADS UV_PYTHON UV_HTTP_TIMEOUT UV_INDEX_URL UV_VERSION UV_FROZEN ' +
  'UV_LOCKED UV_NO_DEV PIPENV_VENV_IN_PROJECT PIPENV_IGNORE_VIRTUALENVS PIPENV_VERBOSITY ' +
  'PIPENV_NOSPIN PIPENV_HIDE_EMOJIS'
).split(' ');
