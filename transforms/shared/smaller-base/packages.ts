import { valueOf } from '../../../src/kit.ts';
import { toolsOf, type DependencyTools, type PackageSource } from '../dependency-tools.ts';
import { readCall, type Call } from '../multi-stage/ecosystems/node-calls.ts';
import { lockOf } from '../multi-stage/ecosystems/node-locks.ts';
import { nativesOf } from '../multi-stage/ecosystems/node-natives.ts';
import { manifestsOf, productionOf } from '../multi-stage/ecosystems/package-json.ts';
import { pipCall } from '../multi-stage/ecosystems/python-pip.ts';
import { requirementsOf } from '../multi-stage/ecosystems/python-requirements.ts';
import { filesOf } from '../multi-stage/sources.ts';
import type { Step, Subject } from '../multi-stage/types.ts';
import { isLost, type Installed } from './lacking.ts';
import type { Judgement } from './judgement.ts';
import type { Variant } from './variants.ts';

/**
 * They are Python alone, and so is all that they depend on, or it does without its compiled parts:
 * nothing is compiled whatever the version. Looked up at https://pypi.org, 2026-11-26.
 */
const PURE = new Set(
  (
    'flask werkzeug jinja2 itsdangerous click blinker flask-cors flask-restful flask-login flask-wtf ' +
    'django asgiref sqlparse djangorestframework django-cors-headers django-filter dj-database-url ' +
    'whitenoise gunicorn waitress bottle requests urllib3 idna certifi six python-dateutil pytz ' +
    'tzdata python-dotenv beautifulsoup4 tqdm redis pymysql pika paho-mqtt kafka-python boto3 ' +
    'botocore jmespath s3transfer prometheus-client statsd httpx h11 uvicorn starlette typer rich ' +
    'tenacity pytest attrs packaging colorama tabulate docopt schedule mkdocs pip setuptools wheel ' +
    'virtualenv pipenv pip-tools marshmallow python-json-logger termcolor pyyaml-include'
  ).split(' '),
);

/** What the packages of the language that a stage installs need of the image. */
export function judgePackages(
  subject: Subject,
  variant: Variant,
  installed: Installed,
  judgement: Judgement,
): void {
  const files = valueOf(filesOf(subject));
  const pips = subject.steps.filter((step) => isPipInstall(step));
  if (pips.length > 0) {
    const { names, missing } = requirementsOf(subject, pips, files ?? []);
    const at = new Judge(subject, variant, installed, judgement, pips[0]!);
    for (const name of names) at.python(name);
    if (missing !== undefined) at.open(`${missing} names no package that is compiled`);
  }
  for (const step of subject.steps) {
    const at = new Judge(subject, variant, installed, judgement, step);
    const call = readCall(step.words);
    if (call) at.node(call);
    else if (/^(?:bundle|bundler|gem)$/.test(step.program)) at.ruby();
    else if (/^(?:poetry|pipenv|pdm|uv|conda|mamba)$/.test(step.program) && !isPipInstall(step)) {
      at.open(
        `nothing that ${step.program} installs is compiled, or needs a library of the full image`,
      );
    }
  }
}

const isPipInstall = (step: Step): boolean => /^(?:install|sync)$/.test(pipCall(step)?.verb ?? '');

class Judge {
  private readonly subject: Subject;
  private readonly variant: Variant;
  private readonly installed: Installed;
  private readonly judgement: Judgement;
  private readonly step: Step;

  constructor(
    subject: Subject,
    variant: Variant,
    installed: Installed,
    judgement: Judgement,
    step: Step,
  ) {
    this.subject = subject;
    this.variant = variant;
    this.installed = installed;
    this.judgement = judgement;
    this.step = step;
  }

  open(what: string): void {
    this.judgement.assume(what);
  }

  python(name: string): void {
    const tools = toolsOf('pypi', name);
    if (tools) this.package(name, tools);
    else if (!PURE.has(name)) {
      this.open(
        `neither ${name} nor what it depends on is compiled, or needs a library of the full image`,
      );
    }
  }

  private package(name: string, tools: DependencyTools): void {
    const { line } = this.step.run;
    if (this.variant.lacks === 'glibc' && tools.native === true && tools.prebuilt !== 'both') {
      this.judgement.refuse('musl', `${name} in line ${line} has no build for it`);
    } else if (tools.native === true && tools.prebuilt === undefined && !this.installed.compilers) {
      this.judgement.refuse('compiles', `${name} in line ${line}`);
    } else if (tools.native === true && !this.installed.compilers) {
      this.open(`there is a build of ${name} for this version, so that nothing is compiled`);
    }
    for (const program of tools.programs ?? []) {
      if (isLost(program, this.variant, this.subject) && !this.installed.has(program)) {
        this.judgement.refuse('program', `${name} runs ${program}`);
      }
    }
    if (!tools.debian) return;
    const libraries = tools.debian(this.subject.base.release);
    const missing = libraries?.find((library) => !this.installed.hasPackage(library));
    if (missing !== undefined && !ALWAYS.test(missing)) {
      this.judgement.refuse('library', `${name} needs ${missing}`);
    } else if (!libraries) this.open(`${name} needs no library of the full image`);
  }

  node(call: Call): void {
    if (call.kind === 'global') {
      for (const name of call.packages) this.byName('npm', name.replace(/(?!^)@.*$/, ''));
    }
    if (call.kind === 'unknown') this.open(`line ${this.step.run.given.line} compiles nothing`);
    if (call.kind !== 'install') return;
    const directory = call.directory ?? this.step.directory ?? '';
    const manifest = manifestsOf(this.subject).get(directory);
    if (!manifest) {
      this.open('nothing that npm installs is compiled, or runs a program of the full image');
      return;
    }
    const lock = lockOf(manifest, this.subject.context);
    const dev = call.production !== true;
    const named = [...productionOf(manifest), ...call.named];
    const direct = dev ? [...named, ...Object.keys(manifest.devDependencies)] : named;
    const natives = nativesOf(lock, direct, dev, this.subject.base.release);
    if (natives.heavy !== undefined)
      this.judgement.refuse('library', `${natives.heavy} needs many`);
    for (const name of natives.compiled) this.byName('npm', name);
    const [doubtful] = natives.doubtful;
    if (doubtful !== undefined) this.open(`${doubtful} compiles nothing when it is installed`);
    if (!lock) this.open('no package of a package is compiled');
    const isMissing = (program: string): boolean =>
      isLost(program, this.variant, this.subject) && !this.installed.has(program);
    for (const program of natives.programs.filter(isMissing)) {
      this.judgement.refuse(
        'program',
        `a package in line ${this.step.run.given.line} runs ${program}`,
      );
    }
    const deep = natives.deep.find(isMissing);
    if (deep !== undefined) this.open(`nothing that runs here calls ${deep}`);
  }

  private byName(source: PackageSource, name: string): void {
    const tools = toolsOf(source, name);
    if (tools) this.package(name, tools);
    // Packages with the binaries of one platform are there for each of them.
    else if (!/(?:linux|musl|x64|arm64)/.test(name) && !MANAGERS.test(name)) {
      this.open(`${name} compiles nothing when it is installed`);
    }
  }

  ruby(): void {
    const verb = this.step.args.find((arg) => !arg.startsWith('-'));
    if (verb !== undefined && !/^(?:install|update)$/.test(verb)) return;
    const names = this.step.args.filter((arg) => !arg.startsWith('-')).slice(1);
    if (this.step.program === 'gem' && names.every((name) => /^(?:bundler|rake)$/.test(name)))
      return;
    if (!this.installed.compilers) {
      this.judgement.refuse('compiles', `gems in line ${this.step.run.given.line}`);
    } else this.open('no gem needs a library of the full image');
  }
}

/** What every Debian image has, or the interpreter of the slim image itself is linked to. */
const ALWAYS =
  /^(?:zlib1g|lib(?:c6|gcc|stdc\+\+|ssl|crypt|ffi|sqlite3|bz2|lzma|ncurses|readline|uuid))/;

const MANAGERS = /^(?:npm|yarn|pnpm|corepack|nodemon|pm2|serve|http-server|typescript|ts-node)$/;
