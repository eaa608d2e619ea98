import { commandText, tokensOf, valueOf, type Instruction } from '../../../../src/kit.ts';
import type { BuildLine, NoPlan, RunRewrite, Shipment, Step, Subject } from '../types.ts';
import { pathDirectories, replacesPath } from '../search-path.ts';
import { mayBeOldPoetry } from './python-poetry.ts';
import { bringsManager, isPython } from './python-pip.ts';
import type { Deed, Installer } from './python-deeds.ts';
import type { Version } from './python-version.ts';

/** Where the packages lie, and how the final stage finds them there. */
export interface Environment {
  readonly ships: readonly Shipment[];
  readonly buildLines: readonly BuildLine[];
  readonly rewrites: readonly RunRewrite[];
  /** ENV of the final stage. */
  readonly env: Readonly<Record<string, string>>;
  /** What has `lib/pythonX.Y/site-packages`: it can be found by another Python of that version. */
  readonly root: string | undefined;
  /** Package managers that stay in the build stage. */
  readonly managers: readonly string[];
}

export const VENV = '/opt/venv';

type Installation = Extract<Deed, { kind: 'install' }> & { readonly step: Step };

export interface Setting {
  readonly subject: Subject;
  readonly deeds: ReadonlyMap<Step, Deed>;
  readonly version: Version;
  /** Why what runs must find its packages where the interpreter of the image has them. */
  readonly inPlace: string | undefined;
  /** The package manager that the file starts through. */
  readonly runner: string | undefined;
  /** No package is compiled here. */
  readonly prebuilt: boolean;
}

/** `alone`: the final stage has another Python than the build stage. */
export function environmentOf(setting: Setting, alone: boolean): Environment | NoPlan {
  return new Environments(setting, alone).find();
}

class Environments {
  private readonly setting: Setting;
  private readonly alone: boolean;
  private readonly installs: readonly Installation[];
  private readonly venvs: readonly string[];

  constructor(setting: Setting, alone: boolean) {
    this.setting = setting;
    this.alone = alone;
    const all = [...setting.deeds];
    this.installs = all.flatMap(([step, deed]) =>
      deed.kind === 'install' ? [{ ...deed, step }] : [],
    );
    this.venvs = all.flatMap(([, deed]) => (deed.kind === 'venv' ? [deed.path] : []));
  }

  find(): Environment | NoPlan {
    const { runner } = this.setting;
    if (runner !== undefined && !this.installs.some(({ by }) => by === runner)) {
      return {
        reason: 'start',
        detail: `${runner} run installs packages when the container starts`,
      };
    }
    const inSystem = this.installs.filter(({ place }) => place.system);
    const directories = this.directories();
    if (inSystem.length === 0) {
      const venv = directories.find((path) => this.isEnvironment(path));
      return this.environment({ ships: directories, root: venv, env: this.pathTo(venv) });
    }
    const own = this.system(inSystem);
    if ('reason' in own) return own;
    const isOnly = !this.alone || directories.length === 0;
    return {
      ...own,
      root: isOnly ? own.root : undefined,
      ships: [...own.ships, ...directories.map(shipment)],
    };
  }

  /** PATH, where the package manager that the file starts through leads to the environment. */
  private pathTo(venv: string | undefined): Readonly<Record<string, string>> {
    const { runner, subject } = this.setting;
    if (runner === undefined || venv === undefined) return {};
    if (pathDirectories(subject.stage).includes(`${venv}/bin`)) return {};
    return { PATH: `${venv}/bin:$PATH` };
  }

  /** A virtual environment or `~/.local`, and no bare `--target`. */
  private isEnvironment(path: string): boolean {
    return (
      this.venvs.includes(path) ||
      this.installs.some(
        ({ by, place, call }) =>
          !place.system &&
          place.path === path &&
          (/^(?:uv|poetry|pipenv)/.test(by) || call?.user === true),
      )
    );
  }

  private directories(): string[] {
    const paths = this.installs.flatMap(({ place }) => (place.system ? [] : [place.path]));
    const sources = this.installs.flatMap((one) => one.sources);
    return [...new Set([...paths, ...sources])];
  }

  private environment(parts: {
    ships: readonly string[];
    root?: string | undefined;
    lines?: readonly string[];
    before?: Instruction;
    env?: Readonly<Record<string, string>>;
    rewrites?: readonly RunRewrite[];
  }): Environment {
    const { before } = parts;
    return {
      ships: parts.ships.map(shipment),
      buildLines: (parts.lines ?? []).map((text) => ({ before, text })),
      rewrites: parts.rewrites ?? [],
      env: parts.env ?? {},
      root: parts.root,
      managers: this.managers(),
    };
  }

  private managers(): string[] {
    const used = this.installs
      .map(({ by }) => by.replace(/ .*$/, ''))
      .filter((by) => /^(?:poetry|pipenv|uv)$/.test(by));
    return [...new Set(used)];
  }

  /** Packages that go to the interpreter of the image. */
  private system(installs: readonly Installation[]): Environment | NoPlan {
    const trouble = this.trouble(installs);
    if (trouble !== undefined) return { reason: 'output', detail: trouble };
    const against = this.notInVenv(installs);
    if (against === undefined) return this.venv(installs);
    return this.inPlace(installs, against);
  }

  private trouble(installs: readonly Installation[]): string | undefined {
    for (const { step, call } of installs) {
      const user = step.run.state && valueOf(step.run.state.user);
      if (!/^(?:root|0)(?::|$)/.test(user ?? '')) {
        return `line ${step.run.given.line} installs packages as the user ${user ?? 'of the base image'}, in a place that the file does not tell`;
      }
      const manager = call && bringsManager(call);
      if (manager !== undefined) {
        return `line ${step.run.given.line} installs ${manager} and the packages of the application together`;
      }
    }
    if (this.venvs.length > 0) return 'packages go to a virtual environment, and others next to it';
    return undefined;
  }

  /** Why a virtual environment would change what the build or the application does. */
  private notInVenv(installs: readonly Installation[]): string | undefined {
    const { subject, version, inPlace } = this.setting;
    const { instructions } = subject.stage;
    if (!version.modern)
      return `pip of ${subject.ref.text} is too old to install for a virtual environment`;
    if (inPlace !== undefined) return inPlace;
    if (replacesPath(instructions)) return 'PATH is set to something else than what the image has';
    for (const instruction of instructions) {
      if (instruction.keyword !== 'ENV') continue;
      const found = instruction.pairs.find(({ name }) => FOREIGN.test(name));
      if (found) return `${found.name} is set`;
    }
    for (const { step, by } of installs) {
      const written = step.command?.words[0]?.value ?? step.words[0] ?? '';
      if (written === 'sudo') return `line ${step.run.given.line} uses sudo, which sets PATH anew`;
      if (step.words[0]?.includes('/') === true)
        return `line ${step.run.given.line} calls ${step.words[0]}`;
      if (by === 'easy_install') return 'easy_install is of the interpreter of the image';
      if (by === 'uv') return 'uv sync installs to /usr/local';
    }
    return undefined;
  }

  private venv(installs: readonly Installation[]): Environment | NoPlan {
    const first = installs[0]!;
    const before = first.step.run;
    const managers = [...this.setting.deeds].filter(
      ([, deed]) => deed.kind === 'tool' && deed.tool === 'manager',
    );
    const sameRun = managers.some(([step]) => step.run === before);
    const earlier = managers.some(([step]) => step.run.index < before.index);
    const lines = this.lines(first.by, sameRun, earlier);
    if (typeof lines === 'string')
      return { reason: 'output', detail: `line ${before.given.line}: ${lines}` };
    const rewrites = this.withoutSystem(installs);
    if (!rewrites)
      return { reason: 'output', detail: 'uv installs for the interpreter of the image' };
    return this.environment({
      ships: [VENV],
      root: VENV,
      before,
      lines,
      env: { PATH: `${VENV}/bin:$PATH` },
      rewrites,
    });
  }

  private lines(by: Installer, sameRun: boolean, earlier: boolean): string[] | string {
    const path = `PATH="${VENV}/bin:$PATH"`;
    const active = `ENV VIRTUAL_ENV=${VENV} ${path}`;
    const bare = mayBeOldPoetry(this.setting.deeds) ? '' : '--without-pip ';
    const poetry = `RUN python -m venv ${bare}${VENV}`;
    switch (by) {
      case 'poetry':
        if (!sameRun) return [poetry, active];
        if (this.laterPython())
          return 'poetry is installed and used in one RUN, and later ones run Python';
        return [poetry, `ENV VIRTUAL_ENV=${VENV}`];
      case 'pipenv':
        // It has a pip of its own, which the interpreter on the PATH runs.
        return [`RUN python -m venv --without-pip ${VENV}`, active];
      case 'uv pip':
        return [`RUN python -m venv --without-pip ${VENV}`, `${active} UV_SYSTEM_PYTHON=0`];
      default:
        if (sameRun)
          return 'it installs a package manager and the packages of the application in one RUN';
        return this.pipLines(earlier, path);
    }
  }

  /**
   * The pip of the image installs for the environment, which so needs none of its own. The
   * environment sees setuptools and wheel of the image, as the build does now.
   */
  private pipLines(earlier: boolean, path: string): string[] {
    const { version, prebuilt } = this.setting;
    if (earlier) return [`RUN python -m venv ${VENV}`, `ENV ${path}`];
    if (!this.alone) {
      return [
        `RUN python -m venv --without-pip --system-site-packages ${VENV}`,
        `ENV ${path} PIP_PYTHON=${VENV}/bin/python`,
      ];
    }
    // In another base image what a package takes from setuptools must come along.
    if (version.setuptools && !prebuilt) return [`RUN python -m venv ${VENV}`, `ENV ${path}`];
    const asModule = this.installs.some(({ step }) => isPython(step.program));
    if (asModule) return [`RUN python -m venv ${VENV}`, `ENV ${path}`];
    return [
      `RUN python -m venv --without-pip ${VENV}`,
      `ENV ${path} PIP_PYTHON=${VENV}/bin/python`,
    ];
  }

  /** A step behind the first installation that runs Python. */
  private laterPython(): boolean {
    const runs = this.installs.map(({ step }) => step.run);
    return [...this.setting.deeds].some(
      ([step, deed]) =>
        step.run.index > runs[0]!.index && (deed.kind === 'writes' || deed.kind === 'install'),
    );
  }

  /** `uv pip install --system` without `--system`: into the environment that is active. */
  private withoutSystem(installs: readonly Installation[]): RunRewrite[] | undefined {
    const written = installs.filter(({ by, call }) => by === 'uv pip' && call?.system === true);
    const rewrites: RunRewrite[] = [];
    for (const run of new Set(written.map(({ step }) => step.run))) {
      const commands = new Set(
        written.filter(({ step }) => step.run === run).map(({ step }) => step.command),
      );
      const script = valueOf(run.run.script);
      if (!script || commands.has(undefined)) return undefined;
      const edits = [...commands].flatMap((command) => {
        const at = command!.words.findIndex(({ value }) => value === '--system');
        const [word, previous] = [command!.words[at], command!.words[at - 1]];
        if (!word || !previous) return [];
        return [
          {
            start: run.run.source.toDocEnd(previous.end),
            end: run.run.source.toDocEnd(word.end),
            text: '',
          },
        ];
      });
      if (edits.length !== commands.size) return undefined;
      const tokens = tokensOf(script.body, (command) =>
        commandText(
          command,
          command.words
            .filter((word) => !commands.has(command) || word.value !== '--system')
            .map(({ text }) => text),
        ),
      );
      rewrites.push({ run, edits, tokens });
    }
    return rewrites;
  }

  /** The packages stay where the interpreter of the image has them; only for the same Python. */
  private inPlace(installs: readonly Installation[], against: string): Environment | NoPlan {
    const { minor } = this.setting.version;
    const foreign = installs.find(({ by }) => /^(?:poetry|pipenv|uv pip)$/.test(by));
    const managers = [...this.setting.deeds].some(
      ([, deed]) => deed.kind === 'tool' && deed.tool === 'manager',
    );
    if (foreign || managers) return { reason: 'output', detail: against };
    if (minor === undefined) {
      return {
        reason: 'output',
        detail: `${against}, and which Python ${this.setting.subject.ref.text} has changes`,
      };
    }
    return this.environment({
      ships: [`/usr/local/lib/python${minor}/site-packages`, '/usr/local/bin'],
    });
  }
}

const shipment = (from: string): Shipment => ({ from, made: true });

/** Variables that change where packages go, or are looked for. */
const FOREIGN =
  /^(?:VIRTUAL_ENV|PIP_(?:PYTHON|TARGET|PREFIX|USER|ROOT|REQUIRE_VIRTUALENV)|PYTHONHOME|PYTHONNOUSERSITE)$/;
