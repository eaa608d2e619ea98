import { glibcBases, muslBases, staticBases, type FinalImage } from '../../../../src/kit.ts';
import { explicitLibraries, librariesFor } from '../links.ts';
import type { Candidate, Subject } from '../types.ts';
import { isMuslTarget } from './cargo.ts';
import type { CargoLinks } from './cargo-links.ts';
import { variableOf, type CargoBuild, type CargoProject } from './cargo-project.ts';
import { executedBy, needsOf } from './rust-sources.ts';
import { staticBuild } from './rust-static.ts';

/** What all final stages of a program have in common. */
export type Common = Pick<Candidate, 'ships' | 'provides' | 'start'> & {
  readonly assumptions: readonly string[];
};

interface Program {
  readonly common: Common;
  readonly links: CargoLinks;
  readonly build: CargoBuild | undefined;
}

const UNNAMED = 'the final base has the programs that it runs, which its source does not name';

/** The final bases that a program can stand on, by how it is linked. */
export class RustBases {
  private readonly subject: Subject;
  private readonly project: CargoProject;
  private readonly code: ReadonlyMap<string, string> | undefined;
  private readonly program: Program;

  constructor(
    subject: Subject,
    project: CargoProject,
    code: ReadonlyMap<string, string> | undefined,
    program: Program,
  ) {
    this.subject = subject;
    this.project = project;
    this.code = code;
    this.program = program;
  }

  /** `name`: of the program. */
  candidates(name: string): Candidate[] {
    const { options, base } = this.subject;
    const { build, links } = this.program;
    const flags = this.flags();
    const musl = build?.target === undefined ? base.libc === 'musl' : isMuslTarget(build.target);
    const isStatic = musl
      ? !flags.includes('-crt-static') && !this.isAlpineRust()
      : flags.includes('+crt-static');
    if (isStatic) return this.unlinked();
    const alone = build && links.packages.length === 0 && !flags.includes('prefer-dynamic');
    const made = options.rebuild && alone ? staticBuild(build, name) : undefined;
    if (made) {
      return this.unlinked().map((one) => ({
        ...one,
        rewrites: [made],
        assumptions: [...(one.assumptions ?? []), 'it works with glibc linked into it'],
      }));
    }
    const bases = musl ? muslBases(base.release) : glibcBases(base.release).filter(hasUnwinder);
    const obstacles = flags.includes('prefer-dynamic')
      ? ['it is linked to a shared standard library']
      : [];
    return bases.map((final) => this.linked(final, obstacles));
  }

  /** What is passed to rustc, by whatever way. */
  private flags(): string {
    const { build } = this.program;
    if (!build) return '';
    const config = this.project.config(build.step.directory ?? '/');
    const variables = ['RUSTFLAGS', 'CARGO_BUILD_RUSTFLAGS', 'CARGO_ENCODED_RUSTFLAGS'];
    const set = variables.map((name) => variableOf(build.step, name) ?? '');
    return [...set, ...build.args.rest, config?.flags ?? ''].join(' ');
  }

  /** The toolchain of rustup links musl statically; the one of Alpine's packages does not. */
  private isAlpineRust(): boolean {
    return this.subject.steps.some(
      ({ program, args }) => program === 'apk' && args.some((arg) => /^(?:rust|cargo)$/.test(arg)),
    );
  }

  /** Nothing is linked at run time. */
  private unlinked(): Candidate[] {
    const { base } = this.subject;
    const withShell =
      base.libc === 'musl'
        ? muslBases(base.release)
        : glibcBases(base.release).filter(({ kind }) => kind === 'slim');
    const needs = needsOf(this.code, this.program.links.certificates);
    return [...staticBases(base.release), ...withShell].map((final) => ({
      ...this.common(final, needs.zones),
      libraries: false,
      obstacles: [...this.unnamed(final), ...(final.kind === 'scratch' ? needs.scratch : [])],
    }));
  }

  private linked(final: FinalImage, obstacles: readonly string[]): Candidate {
    const { links } = this.program;
    const one = this.common(final, needsOf(this.code, links.certificates).zones);
    const unwinder = final.packageManager === 'apk' ? ['libgcc'] : [];
    const { packages, ships } = librariesFor(final, [
      ...links.packages,
      ...explicitLibraries(this.subject),
    ]);
    return {
      ...one,
      ships: [...one.ships, ...ships],
      packages: [...packages, ...unwinder, ...(one.packages ?? [])],
      ...(links.isKnown ? { libraries: false } : {}),
      obstacles: [...obstacles, ...links.obstacles, ...this.unnamed(final)],
    };
  }

  private common(base: FinalImage, zones: boolean): Candidate {
    const { common, links } = this.program;
    const names = executedBy(this.code).unnamed;
    const packages = [
      ...(links.certificates && base.kind !== 'scratch' ? ['ca-certificates'] : []),
      ...(zones && base.kind !== 'scratch' ? ['tzdata'] : []),
    ];
    return {
      base,
      ...common,
      packages,
      obstacles: [],
      assumptions: [...common.assumptions, ...(names && base.shell !== 'none' ? [UNNAMED] : [])],
    };
  }

  private unnamed(final: FinalImage): string[] {
    return executedBy(this.code).unnamed && final.shell === 'none' ? [UNNAMED] : [];
  }
}

/** Rust unwinds its stack with libgcc_s. The package manager of Debian and Ubuntu needs it too. */
const hasUnwinder = ({ libraries, packageManager }: FinalImage): boolean =>
  packageManager === 'apt' || libraries.includes('libgcc');
