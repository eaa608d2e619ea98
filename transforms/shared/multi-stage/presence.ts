import { valueOf, type Instruction } from '../../../src/kit.ts';
import { isInside, type Aftermath } from './aftermath.ts';
import { effectsOf } from './effects.ts';
import { pathDirectories } from './search-path.ts';
import { filesOf } from './sources.ts';
import { pathFrom } from './steps.ts';
import type { Candidate, Plan, Step, Subject } from './types.ts';

const PATH = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** Which files of the build stage the final stage has. */
export class Presence {
  private readonly subject: Subject;
  private readonly plan: Plan;
  private readonly aftermath: Aftermath;
  private readonly hasShell: boolean;
  private readonly install: readonly string[];
  private readonly roots: readonly string[];
  /** The last RUN that stays in the build stage. */
  private readonly boundary: number;

  /** `install`: what the final stage installs. */
  constructor(
    subject: Subject,
    plan: Plan,
    aftermath: Aftermath,
    { ships, base }: Candidate,
    install: readonly string[],
  ) {
    this.subject = subject;
    this.plan = plan;
    this.aftermath = aftermath;
    this.hasShell = base.shell !== 'none';
    this.install = install;
    this.roots = [
      ...ships.map(({ from, to }) => to ?? from),
      ...aftermath.ships.map(({ from, to }) => to ?? from),
      // The core ships them itself.
      ...subject.start.scripts.flatMap(({ path }) => this.absolute(path) ?? []),
    ];
    this.boundary =
      subject.stage.instructions.findLast(
        (instruction) => instruction.keyword === 'RUN' && this.stays(instruction),
      )?.index ?? -1;
  }

  /** By name or by path, as it is called. */
  hasProgram(program: string): boolean {
    if (program.includes('/')) return this.has(program);
    const directories = [...pathDirectories(this.subject.stage), ...PATH];
    return directories.some((directory) => this.hasFile(`${directory}/${program}`));
  }

  /** Is the path, or a directory that may hold it, in the final stage? */
  has(path: string): boolean {
    const at = this.absolute(path);
    if (at === undefined) return false;
    return [...this.roots, ...this.later()].some((root) => isInside(at, root));
  }

  /** A file that is known to be there, and no directory that may hold it. */
  private hasFile(path: string): boolean {
    if (this.roots.includes(path) || this.later().includes(path)) return true;
    const file = valueOf(filesOf(this.subject))?.findLast((one) => one.path === path);
    return (
      file !== undefined &&
      (file.brought.copy.index > this.boundary || this.roots.some((root) => isInside(path, root)))
    );
  }

  private absolute(path: string): string | undefined {
    return pathFrom(valueOf(this.subject.workdir), path);
  }

  /** Brought behind the build: it stays in the final stage. */
  private later(): string[] {
    return this.subject.brought.flatMap(({ copy, path }) =>
      path !== undefined && copy.index > this.boundary ? [path] : [],
    );
  }

  private stays(run: Instruction): boolean {
    if (!this.hasShell) return true;
    return this.subject.steps.some((step) => step.run === run && !this.fits(step));
  }

  /** Can the final stage run it, where nothing of the build is? */
  private fits(step: Step): boolean {
    if (this.plan.accounted.has(step)) return false;
    return effectsOf(step).every((effect) => {
      switch (effect.kind) {
        case 'none':
          return step.words.length === 0 || UPKEEP.test(step.program);
        case 'packages':
          return effect.names?.every((name) => this.install.includes(name)) === true;
        case 'removes':
          return effect.paths.every((path) => /^\/(?:var|tmp|root)\//.test(path));
        case 'account':
        case 'directories':
        case 'link':
          return this.aftermath.replay.includes(step);
        default:
          return false;
      }
    });
  }
}

/** Read and write no file of the application. */
const UPKEEP = /^(?::|true|echo|printf|set|export|umask|apt|apt-get|apk|yum|dnf|microdnf)$/;
