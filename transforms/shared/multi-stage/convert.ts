import { valueOf, type Instruction } from '../../../src/kit.ts';
import { isIdle } from '../idle.ts';
import { baseName } from '../prefix.ts';
import { isForRunTime } from './carry.ts';
import { aftermathOf, hasParent, isInside, ownerOf, type Aftermath } from './aftermath.ts';
import { effectsOf } from './effects.ts';
import { demanding } from './other-starts.ts';
import { packageNeeds, type PackageNeeds } from './packages.ts';
import { isAppUid, isNamedIn, numberedOwner } from './owners.ts';
import { requirementsOf, type Requirements } from './requirements.ts';
import { rightsOf } from './rights.ts';
import { pathFrom } from './steps.ts';
import type {
  Candidate,
  Conversion,
  Copy,
  NoPlan,
  Plan,
  Shipment,
  Step,
  Subject,
} from './types.ts';

/** Instructions in which the builder replaces variables. */
const EXPANDED = new Set(['ENV', 'LABEL', 'WORKDIR', 'EXPOSE', 'USER', 'VOLUME', 'COPY', 'ADD']);

/** They need sources, and the tools of the build. */
const BUILD_TOOLS = new Set(
  'ant make cmake ninja meson bazel mvn mvnw gradle gradlew sbt lein javac gcc g++ cc msbuild'.split(
    ' ',
  ),
);

/** Takes the smallest base that everything allows, and rather one that needs fewer assumptions. */
export function convert(subject: Subject, plan: Plan): Conversion | NoPlan {
  const tool = subject.start.programs.find((program) => BUILD_TOOLS.has(baseName(program)));
  if (tool !== undefined && plan.candidates.every(({ start }) => !start)) {
    return { reason: 'development', detail: `${tool} builds when the container starts` };
  }
  if (isIdle(subject.start.main) && plan.candidates.every(({ start }) => !start)) {
    return { reason: 'idle', detail: subject.start.main.map((word) => word ?? '$').join(' ') };
  }
  const aftermath = aftermathOf(subject, plan);
  if ('reason' in aftermath) return aftermath;
  const wanted = subject.options.finalBase;
  const candidates = plan.candidates.filter(
    ({ base }) => wanted === 'auto' || base.kind === wanted,
  );
  if (candidates.length === 0) return { reason: 'no-base', detail: `${plan.what}, ${wanted}` };
  const obstacles: string[] = [];
  let assumed: Conversion | undefined;
  for (const candidate of candidates) {
    const result = new Fitting(subject, plan, aftermath, candidate).fit();
    if (Array.isArray(result)) obstacles.push(`${candidate.base.ref}: ${result[0]}`);
    else if (result.assumptions.length === 0 || candidate.asked === true) return result;
    else if (!assumed || result.assumptions.length < assumed.assumptions.length) assumed = result;
  }
  return assumed ?? { reason: 'no-base', detail: obstacles.at(-1)! };
}

/** One candidate, held against what the file needs. */
class Fitting {
  private readonly subject: Subject;
  private readonly plan: Plan;
  private readonly aftermath: Aftermath;
  private readonly candidate: Candidate;
  private readonly hasShell: boolean;
  private readonly obstacles: string[];

  constructor(subject: Subject, plan: Plan, aftermath: Aftermath, candidate: Candidate) {
    this.subject = subject;
    this.plan = plan;
    this.aftermath = aftermath;
    this.candidate = candidate;
    this.hasShell = candidate.base.shell !== 'none';
    this.obstacles = [...candidate.obstacles];
  }

  /** What to write, or the obstacles. */
  fit(): Conversion | string[] {
    const { subject, plan, aftermath, candidate } = this;
    const start = this.startCommand();
    const requirements = requirementsOf(subject, plan, candidate.start !== undefined);
    const other = subject.start.others.find(({ check }) => !check);
    if (other && candidate.start) this.obstacles.push(`its entry point would get ${other.text}`);
    if (requirements.shell !== undefined && !this.hasShell) this.obstacles.push(requirements.shell);
    this.otherDistribution(requirements);
    if (requirements.bash && !candidate.base.hasBash) {
      this.obstacles.push('a script that it starts is written for bash');
    }
    if (subject.start.trouble !== undefined && start === undefined && !this.hasShell) {
      this.obstacles.push(subject.start.trouble);
    }
    const packages = packageNeeds(subject, plan, aftermath, requirements, candidate);
    this.obstacles.push(...packages.obstacles);
    const boundary = this.boundary(packages);
    const inTail = (run: Instruction): boolean => !boundary || run.index > boundary.index;
    const replay = aftermath.replay.filter(({ run }) => !inTail(run));
    const copies = this.numbered(this.copies(boundary, replay));
    this.users(copies, replay, boundary);
    const rights = boundary
      ? rightsOf(subject, aftermath, copies, this.spelled(copies), this.hasShell)
      : [];
    if (rights.length > 0 && !this.hasShell) {
      this.obstacles.push(`it has no shell for ${rights[0]!.command}`);
    }
    this.tail();
    this.version();
    this.emptyWorkdirs(copies, boundary);
    this.variables(boundary);
    if (this.obstacles.length > 0) return this.obstacles;
    return {
      subject,
      plan,
      candidate,
      boundary,
      copies,
      install: this.missing(packages, inTail),
      left: packages.left,
      replay: this.hasShell ? replay : [],
      rights: rights.map(({ command }) => command),
      start,
      assumptions: [...(candidate.assumptions ?? []), ...packages.assumptions, ...this.demands()],
    };
  }

  /** What compose files start, and what may need more than what is kept for the start itself. */
  private demands(): string[] {
    const keepsAll = /^(?:Python|Ruby|PHP)/.test(this.plan.what);
    return demanding(this.subject.start, keepsAll).map(
      ({ text }) => `${text} needs nothing that stays behind`,
    );
  }

  /** Commands of another distribution than the one they are written for. */
  private otherDistribution({ assumptions }: Requirements): void {
    const { base } = this.candidate;
    if (!this.hasShell || base.distribution === this.subject.base.distribution) return;
    const name = this.subject.base.distribution ?? 'another distribution';
    if (this.accounts()) this.obstacles.push(`the users are made with the commands of ${name}`);
    if (assumptions.length > 0) this.obstacles.push(`its scripts may need programs of ${name}`);
  }

  /** The start command of the candidate, or the exec form where there is no shell to read another. */
  private startCommand(): Candidate['start'] {
    const { start } = this.subject;
    if (this.candidate.start) return this.candidate.start;
    // What starts a shell, or a script of one, needs it in exec form too.
    if (this.hasShell || !start.line || start.shell) return undefined;
    const { entrypoint, cmd } = start;
    if (entrypoint && !entrypoint.json) {
      if (cmd) this.obstacles.push('its ENTRYPOINT in shell form keeps its CMD from being used');
      return { entrypoint: start.line };
    }
    if (!entrypoint && cmd && !cmd.json) return { cmd: start.line };
    return undefined;
  }

  /** Packages that no RUN in the final stage installs already. */
  private missing(packages: PackageNeeds, inTail: (run: Instruction) => boolean): string[] {
    const there = new Set(
      this.aftermath.installs
        .filter(({ step }) => inTail(step.run))
        .flatMap(({ names }) => names ?? []),
    );
    return packages.install.filter((name) => !there.has(name));
  }

  private boundary(packages: PackageNeeds): Instruction | undefined {
    const instructions = this.subject.stage.instructions;
    const last = instructions.findLast(
      (instruction) => instruction.keyword === 'RUN' && !this.fitsFinalStage(instruction, packages),
    );
    if (last) return last;
    // Without a RUN that has to stay there is nothing to build.
    return undefined;
  }

  /** Could a RUN at the end of the file stand in the final stage as it is? */
  private fitsFinalStage(run: Instruction, packages: PackageNeeds): boolean {
    if (!this.hasShell) return false;
    const steps = this.subject.steps.filter((step) => step.run === run);
    return steps.every((step) => {
      if (this.plan.accounted.has(step)) return false;
      if (!this.knowsOwners(step)) return false;
      if (this.aftermath.replay.includes(step) && makesParents(step)) return true;
      return effectsOf(step).every((effect) => {
        if (effect.kind === 'none') return needsNoFile(step);
        if (effect.kind === 'account') return true;
        if (effect.kind === 'directories') {
          return makesParents(step);
        }
        if (effect.kind === 'link') return hasParent(effect.path);
        if (effect.kind === 'removes')
          return effect.paths.every((path) => /^\/(?:var|tmp|root)\//.test(path));
        if (effect.kind !== 'packages') return false;
        return effect.names?.every((name) => packages.install.includes(name)) === true;
      });
    });
  }

  /** Can a chown stand in the final stage as it is written? */
  private knowsOwners(step: Step): boolean {
    return (
      this.accounts() ||
      ownersIn(step).every((owner) =>
        owner.split(':').every((name) => isNamedIn(name, this.candidate.base)),
      )
    );
  }

  private copies(boundary: Instruction | undefined, replay: readonly Step[]): Copy[] {
    if (!boundary) return [];
    const maker = this.subject.steps.findLast(
      (step) => this.plan.accounted.has(step) && step.run.index <= boundary.index,
    )?.run;
    const wanted: Shipment[] = [
      ...this.candidate.ships,
      ...this.aftermath.ships,
      ...this.aftermath.directories
        .filter(({ byUser }) => byUser)
        .map(({ path }) => ({ from: path, made: true })),
      ...this.withoutShell(replay),
      ...this.scripts(),
    ].filter((shipment) => !this.isBroughtLater(shipment, boundary));
    const roots = wanted.filter(
      (shipment, i) =>
        !wanted.some(
          (other, j) =>
            other !== shipment &&
            isInside(shipment.from, other.from) &&
            (other.from !== shipment.from || j < i) &&
            (other.to ?? other.from) === other.from,
        ),
    );
    const copies = roots.map((shipment): Copy => ({
      from: shipment.from,
      to: shipment.to ?? shipment.from,
      owner: ownerOf(shipment, this.aftermath, shipment.made ? maker : undefined),
      file: shipment.file ?? false,
    }));
    // A COPY --chown that stands before them finds no such user, and leaves the files to root.
    const accounts = copies.filter(({ from }) => from === '/etc/passwd' || from === '/etc/group');
    const others = copies.filter((copy) => !accounts.includes(copy));
    return [...accounts, ...others, ...this.ownedInside(copies)];
  }

  /** Scripts that the start command runs through. */
  private scripts(): Shipment[] {
    const { start, workdir } = this.subject;
    return start.scripts.flatMap(({ path }) => {
      const from = pathFrom(valueOf(workdir), path);
      return from === undefined ? [] : [{ from, made: false, file: true }];
    });
  }

  /** Parts of what is copied that belong to somebody else than the rest. */
  private ownedInside(copies: readonly Copy[]): Copy[] {
    const found = new Map<string, Copy>();
    for (const { path, owner } of this.aftermath.owners) {
      const outer = copies.find(
        ({ from, to }) => from !== path && isInside(path, from) && from === to,
      );
      if (outer && outer.owner !== owner) {
        found.set(path, { from: path, to: path, owner, file: false });
      }
    }
    return [...found.values()];
  }

  /** Accounts and directories, where no shell can make them again. */
  private withoutShell(replay: readonly Step[]): Shipment[] {
    if (this.hasShell || replay.length === 0) return [];
    const ships: Shipment[] = this.aftermath.directories
      .filter(({ byUser }) => !byUser)
      .map(({ path }) => ({ from: path, made: true }));
    const kinds = new Set(replay.flatMap((step) => effectsOf(step)).map(({ kind }) => kind));
    if (kinds.has('link')) this.obstacles.push('it has no shell to make a symbolic link again');
    if (replay.some(({ program }) => program === 'install')) {
      this.obstacles.push('it has no shell to make directories with their owners again');
    }
    if (replay.some((step) => makesHome(step))) {
      this.obstacles.push('it has no shell to make the home directory of a user again');
    }
    if (kinds.has('account')) {
      for (const from of ['/etc/passwd', '/etc/group'])
        ships.push({ from, made: true, file: true });
    }
    return ships;
  }

  /** Is it brought by a COPY that stands behind the build, and so in the final stage? */
  private isBroughtLater(shipment: Shipment, boundary: Instruction): boolean {
    if (shipment.copy) return shipment.copy.index > boundary.index;
    if (shipment.made) return false;
    return this.subject.brought.some(
      ({ copy, path }) =>
        copy.index > boundary.index && path !== undefined && isInside(shipment.from, path),
    );
  }

  /** Owners that only the old base image has a name for, by their numbers. */
  private numbered(copies: readonly Copy[]): Copy[] {
    const spell = this.spelled(copies);
    return copies.map((copy) =>
      copy.owner === undefined ? copy : { ...copy, owner: spell(copy.owner) },
    );
  }

  /** How an owner is written in the final stage. */
  private spelled(copies: readonly Copy[]): (owner: string) => string {
    if (copies.some(({ from }) => from === '/etc/passwd') || this.accounts()) return (name) => name;
    return (name) => this.ownerThere(name);
  }

  private ownerThere(owner: string): string {
    return numberedOwner(owner, this.subject.base, this.candidate.base);
  }

  /** The user that runs, and those who own files, must be known to the final stage. */
  private users(
    copies: readonly Copy[],
    replay: readonly Step[],
    boundary: Instruction | undefined,
  ): void {
    const { user, base } = this.subject;
    if (!user.known) {
      this.obstacles.push(`which user runs it is not known: ${user.because}`);
      return;
    }
    const kept = copies.some(({ from }) => from === '/etc/passwd');
    const made = kept || (this.hasShell && this.accounts());
    const runs = this.candidate.ownUser === true ? [] : [user.value];
    const later = this.subject.stage.instructions
      .filter(({ index }) => index > (boundary?.index ?? 0))
      .flatMap((instruction) => instruction.flag('chown')?.value ?? []);
    const again = replay.flatMap((step) => ownersIn(step)).map((name) => this.ownerThere(name));
    const names = [...runs, ...copies.flatMap(({ owner }) => owner ?? []), ...later, ...again];
    for (const name of names.flatMap((text) => text.split(':'))) {
      if (made || isNamedIn(name, this.candidate.base)) continue;
      const shipped = base.users.some((known) => known.name === name)
        ? ` as ${base.repository} does`
        : '';
      this.obstacles.push(`it has no user ${name}${shipped}`);
      return;
    }
  }

  private accounts(): boolean {
    return this.aftermath.replay.some((step) =>
      effectsOf(step).some(({ kind }) => kind === 'account'),
    );
  }

  /** What stays in place behind the build must work in the final stage. */
  private tail(): void {
    const { start } = this.subject;
    const shells = this.subject.stage.instructions.filter(({ keyword }) => keyword === 'SHELL');
    if (shells.length > 0 && start.shell && !shells.every((shell) => this.hasShellOf(shell))) {
      this.obstacles.push('it lacks the shell that SHELL names');
    }
    for (const instruction of this.replacedBy()) {
      if (instruction.comments.length > 0) {
        this.obstacles.push(`a comment stands inside of line ${instruction.given.line}`);
      }
    }
  }

  /** A directory that only a WORKDIR makes, and that the final stage would lack. */
  private emptyWorkdirs(copies: readonly Copy[], boundary: Instruction | undefined): void {
    const { stage, steps, brought, workdir } = this.subject;
    const last = valueOf(workdir);
    for (const instruction of stage.instructions) {
      if (instruction.keyword !== 'WORKDIR' || instruction.index > (boundary?.index ?? 0)) continue;
      const written = valueOf(instruction.expand(instruction.args.text));
      const path = pathFrom(valueOf(instruction.state!.workdir), written);
      if (path === undefined || path === '/' || (last !== undefined && isInside(last, path)))
        continue;
      const used = [
        ...copies.map(({ to }) => to),
        ...brought.map((one) => one.path),
        ...steps.map(({ directory }) => directory),
      ].some((one) => one !== undefined && (isInside(one, path) || isInside(path, one)));
      if (!used)
        this.obstacles.push(`line ${instruction.given.line} makes ${path}, which stays empty`);
    }
  }

  /** A version that is a build argument must be one in the final stage too. */
  private version(): void {
    const { stage, ref } = this.subject;
    const { base } = this.candidate;
    if (stage.base.kind !== 'image' || stage.base.arguments.length === 0) return;
    if (base.libc === 'none' || base.ref.startsWith(ref.text)) return;
    this.obstacles.push(
      `the version of the base image is the build argument ${stage.base.arguments[0]!}`,
    );
  }

  /** Variables that the builder replaces, and that only the old base image may set. */
  private variables(boundary: Instruction | undefined): void {
    const { stage, ref } = this.subject;
    // Variants of one image set the same variables.
    if (this.candidate.base.ref.replace(/:[^/]*$/, '') === ref.text.replace(/:[^/]*$/, '')) return;
    for (const instruction of stage.instructions) {
      if (!EXPANDED.has(instruction.keyword)) continue;
      const inBuild = boundary !== undefined && instruction.index < boundary.index;
      if (inBuild && /^(?:COPY|ADD)$/.test(instruction.keyword)) continue;
      const text =
        instruction.keyword === 'ENV'
          ? instruction.pairs
              .filter((pair) => !inBuild || isForRunTime(this.plan, pair))
              .map(({ value }) => value)
              .join(' ')
          : instruction.args.text;
      for (const [, braced, plain] of text.matchAll(/\$(?:\{(\w+)|(\w+))/g)) {
        const name = (braced ?? plain)!;
        if (name === 'PATH' || stage.scope.at(instruction.index, name)) continue;
        const { base } = this.candidate;
        if ([base, this.subject.base].every(({ users }) => isAppUid(`$${name}`, users))) continue;
        const before = this.subject.base.env[name];
        if (before !== undefined && (base.env[name] ?? this.candidate.env?.[name]) === before)
          continue;
        if (instruction.variable(name).known && before === undefined) continue;
        this.obstacles.push(
          `line ${instruction.given.line} uses $${name}, which ${base.ref} may not set`,
        );
      }
    }
  }

  private hasShellOf(shell: Instruction): boolean {
    const program = shell.json?.[0]?.replace(/^.*\//, '');
    return program === 'bash' ? this.candidate.base.hasBash : program === 'sh' && this.hasShell;
  }

  /** The instructions whose arguments the candidate writes anew. */
  private replacedBy(): Instruction[] {
    const { start } = this.candidate;
    const { entrypoint, cmd } = this.subject.start;
    return [start?.entrypoint && entrypoint, start?.cmd && cmd].filter(
      (instruction) => instruction !== undefined,
    );
  }
}

export const isConversion = (result: Conversion | NoPlan): result is Conversion =>
  'candidate' in result;

/** Can the command run where nothing of the build is? */
const needsNoFile = ({ program, words }: Step): boolean =>
  words.length === 0 ||
  /^(?::|true|echo|printf|set|export|umask|apt|apt-get|apk|yum|dnf|microdnf)$/.test(program);

/** Do the directories that it makes have a parent, whatever is there? */
const makesParents = (step: Step): boolean =>
  step.args.some((arg) => /^(?:-\w*p|--parents|-d)/.test(arg)) ||
  effectsOf(step).every((effect) => effect.kind !== 'directories' || effect.paths.every(hasParent));

/** Does an account come with a directory of its own? */
const makesHome = ({ program, args }: Step): boolean =>
  (program === 'useradd' && args.some((arg) => /^(?:-\w*m|--create-home)/.test(arg))) ||
  (program === 'adduser' &&
    !args.some((arg) => /^(?:-\w*H|--no-create-home|--system|-\w*S)/.test(arg)));

const ownersIn = (step: Step): string[] =>
  effectsOf(step).flatMap((effect) => (effect.kind === 'owner' ? [effect.owner] : []));
