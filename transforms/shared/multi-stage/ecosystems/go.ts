import {
  glibcBases,
  muslBases,
  newestAlpine,
  staticBases,
  valueOf,
  type FinalImage,
  type Stage,
} from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import { isInside } from '../aftermath.ts';
import { broughtBy } from '../brought.ts';
import { followOutputs, type Output } from '../outputs.ts';
import { mentionsIn } from '../sources.ts';
import { stepsOf } from '../steps.ts';
import type { Candidate, Ecosystem, NoPlan, Plan, Shipment, Step, Subject } from '../types.ts';
import { GoCode } from './go-code.ts';
import { isGoBuild, readArgs, variableOf } from './go-commands.ts';
import { filesThatShip } from './go-files.ts';
import { rewritesOf } from './go-flags.ts';
import { GoOutputs } from './go-outputs.ts';
import { isOwnStep } from './go-own.ts';
import { isStartedProgram, programShipments } from './go-programs.ts';
import { staysInTree, withMake, type MakeRun } from './make-steps.ts';

/** Programs built by `go build`, `go install` and, before modules, `go get`. */
export const go: Ecosystem = {
  id: 'go',
  builds: (stage) =>
    stage.instructions.some(
      ({ keyword, args }) => keyword === 'RUN' && /\bgo (?:build|install)\b/.test(args.text),
    ),
  applies: (subject) =>
    subject.base.repository === 'golang' || subject.steps.some((step) => isGoBuild(step)),
  plan: (subject) => new Planner(subject).plan(),
};

/**
 * Options of coreutils, grep, find and sed that busybox lacks, or reads otherwise.
 * https://www.busybox.net/downloads/BusyBox.html, read 2026-11-25.
 */
const GNU_OPTIONS =
  /\b(?:cp|mv|ls|rm|mkdir|chmod|chown|sort|date|head|tail|stat|df|du|grep|sed|find|install|ln|touch|wc)\s(?:[^\n|;&]*\s)?--[a-z]|\bgrep\s+-\w*P|\bdate\s+-\w*d|\s-printf\b|\bsed\s+-\w*z/;

const UNNAMED = 'the final base has the programs that it runs, which its source does not name';

/** Rebuild and restart when a source changes. */
const WATCHERS = new Set([
  'air',
  'CompileDaemon',
  'reflex',
  'gin',
  'fresh',
  'realize',
  'dlv',
  'modd',
]);

class Planner {
  private readonly subject: Subject;
  /** With the commands of Makefiles. */
  private readonly steps: readonly Step[];
  private readonly makes: readonly MakeRun[];
  private readonly builds: readonly Step[];
  private readonly code: GoCode;

  constructor(subject: Subject) {
    this.subject = subject;
    this.code = new GoCode(subject);
    const { steps, runs } = withMake(subject, valueOf(this.code.files));
    this.steps = steps;
    this.makes = runs;
    this.builds = steps.filter(isGoBuild);
  }

  plan(): Plan | NoPlan {
    const { subject } = this;
    const main = subject.start.main[0];
    const program = main === undefined ? '' : baseName(main);
    if (program === 'go') return { reason: 'development', detail: subject.start.main.join(' ') };
    if (WATCHERS.has(program)) return { reason: 'development', detail: program };
    if (this.builds.length === 0) return this.copiedProgram(main);
    if (subject.start.trouble !== undefined)
      return { reason: 'start', detail: subject.start.trouble };
    const isOwn = (step: Step): boolean => isOwnStep(step, this.code.texts);
    const accounted = new Set(subject.steps.filter(isOwn));
    const made = new GoOutputs(subject, valueOf(this.code.files)).of(this.builds);
    const outputs = followOutputs({ ...subject, steps: this.steps }, made, accounted);
    for (const run of this.makes) {
      const isGoOwn = run.commands.every((step) => step.program !== 'go' || isOwn(step));
      if (isGoOwn && staysInTree(run, accounted, isOwn)) accounted.add(run.step);
    }
    const started = outputs.filter(({ path }) => isStartedProgram(subject, path, main));
    if (started.length === 0) return this.notFound(main);
    const isCopied = (output: Output): boolean => started.some((one) => one.made === output.made);
    const shipped = outputs.filter(
      (output) => started.includes(output) || (this.isMeant(output) && !isCopied(output)),
    );
    const programs = shipped.map(({ path }) => path);
    const read = filesThatShip(subject, this.code);
    const ships = [
      ...programShipments(subject, programs, started[0]!.path, main!),
      ...read.shipments,
    ];
    return {
      what: 'Go program',
      candidates: this.candidates(ships, programs, read.assumptions),
      accounted,
      runs: this.code.executed().programs,
      mentions: mentionsIn(this.code.texts),
      leaves: ['the Go toolchain'],
    };
  }

  /** A second program: built under a name of its own, or named by what starts. */
  private isMeant({ path, step }: Output): boolean {
    const { start } = this.subject;
    const named = readArgs(step).options.has('-o') && step.args[0] === 'build' && step.certain;
    return named || start.scripts.some(({ text }) => text.includes(baseName(path)));
  }

  /** Another stage builds it, and this one carries a toolchain that nothing needs. */
  private copiedProgram(main: string | undefined): Plan | NoPlan {
    const { subject } = this;
    const builder = builderOf(subject, main);
    if (!builder) return { reason: 'no-build', detail: 'no go build or go install' };
    const { steps } = stepsOf(builder);
    const inner = new Planner({ ...subject, steps, brought: broughtBy(builder, subject.context) });
    return inner.planOfCopy(subject, main!, valueOf(builder.baseFacts)?.release);
  }

  /** `outer` is the stage that the program of this one is copied to. */
  private planOfCopy(outer: Subject, main: string, release: string | undefined): Plan | NoPlan {
    const isStatic =
      this.builds.length > 0 &&
      this.builds.every((step) => variableOf(step, 'CGO_ENABLED') === '0');
    const others = outer.base.libc === 'musl' ? muslBases(release) : glibcBases(release);
    const bases = isStatic
      ? [...staticBases(release), ...others.filter(({ shell }) => shell !== 'none')]
      : others;
    if (bases.length === 0) return { reason: 'no-base', detail: outer.ref.text };
    const { programs, unnamed } = this.code.executed();
    const assumptions = this.code.isKnown ? [] : ['it runs no program of its base image'];
    return {
      what: 'Go program',
      candidates: bases.map((final) => ({
        base: final,
        ships: [],
        obstacles: [
          ...(final.kind === 'scratch' ? this.scratchObstacles() : []),
          ...(unnamed && final.shell === 'none' ? [UNNAMED] : []),
        ],
        assumptions: unnamed && final.shell !== 'none' ? [UNNAMED] : assumptions,
        provides: [main, baseName(main)],
        packages: this.packagesFor(final),
        libraries: !isStatic,
      })),
      accounted: new Set(),
      runs: programs,
      mentions: mentionsIn(this.code.texts),
      leaves: ['the Go toolchain'],
    };
  }

  private notFound(main: string | undefined): NoPlan {
    if (main === undefined) return { reason: 'start', detail: 'there is no ENTRYPOINT or CMD' };
    return { reason: 'output', detail: `no go build is seen to make ${main}` };
  }

  private candidates(
    ships: readonly Shipment[],
    programs: readonly string[],
    assumed: readonly string[],
  ): Candidate[] {
    const cgo = this.code.cgo(this.builds);
    const { base } = this.subject;
    const provides = programs.flatMap((path) => [path, baseName(path), ...this.startWord()]);
    const unnamed = this.code.executed().unnamed ? [UNNAMED] : [];
    const assumptions = [...assumed, ...(cgo.assumed === undefined ? [] : [cgo.assumed])];
    const common = { ships, provides };
    const trims = !this.code.knowsItsPaths;
    if (cgo.needed !== undefined) {
      const bases = base.libc === 'musl' ? muslBases(base.release) : glibcBases(base.release);
      return bases.map((final): Candidate => ({
        ...common,
        base: final,
        packages: this.packagesFor(final),
        obstacles: final.kind === 'distroless' ? unnamed : [],
        assumptions: [...assumptions, ...(final.kind === 'distroless' ? [] : unnamed)],
        ...rewritesOf(this.builds, this.makes, { isStatic: false, trims }),
      }));
    }
    const withShell =
      base.libc === 'musl'
        ? muslBases(base.release)
        : [...newestAlpine(), ...glibcBases(base.release).filter(({ kind }) => kind === 'slim')];
    return [...staticBases(base.release), ...withShell].map((final): Candidate => ({
      ...common,
      base: final,
      libraries: false,
      packages: this.packagesFor(final),
      obstacles: [
        ...(final.shell === 'none' || final.libc !== base.libc ? unnamed : []),
        ...(final.libc === 'musl' && base.libc !== 'musl' ? this.gnuScripts() : []),
        ...(final.kind === 'scratch' ? this.scratchObstacles() : []),
      ],
      assumptions: [...assumptions, ...(final.shell === 'none' ? [] : unnamed)],
      ...rewritesOf(this.builds, this.makes, { isStatic: true, trims }),
    }));
  }

  /** Scripts with options that only the GNU tools have. */
  private gnuScripts(): string[] {
    const isGnu = this.subject.start.scripts.some(({ text }) => GNU_OPTIONS.test(text));
    return isGnu ? ['a script uses options that busybox does not have'] : [];
  }

  private startWord(): string[] {
    const [main] = this.subject.start.main;
    return main === undefined ? [] : [main];
  }

  private scratchObstacles(): string[] {
    const { certificates, zones, others } = this.code.needs();
    return [certificates, zones, ...others].filter((text) => text !== undefined);
  }

  /** Debian's slim images have no certificates; outside its toolchain Go finds no zones of its own. */
  private packagesFor(final: FinalImage): string[] {
    if (final.packageManager === 'none' || final.kind === 'distroless') return [];
    const { certificates, zones } = this.code.needs();
    return [...(certificates ? ['ca-certificates'] : []), ...(zones ? ['tzdata'] : [])];
  }
}

/** The stage that the program that starts is copied from. */
function builderOf({ brought, doc, stage }: Subject, main: string | undefined): Stage | undefined {
  if (main === undefined) return undefined;
  const copy = brought.findLast(
    (one) =>
      one.copy.flag('from') &&
      one.path !== undefined &&
      (one.path === main || isInside(main, one.path) || baseName(one.path) === main),
  )?.copy;
  const from = copy?.flag('from')?.value;
  return doc.stages.find(
    ({ name, index }) =>
      index < stage.index && (name === from?.toLowerCase() || String(index) === from),
  );
}
