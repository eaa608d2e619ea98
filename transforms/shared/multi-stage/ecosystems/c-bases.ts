import { glibcBases, muslBases, staticBases, type FinalImage } from '../../../../src/kit.ts';
import { explicitLibraries, librariesFor, standsOnBuildpack } from '../links.ts';
import type { Candidate, Shipment, Subject } from '../types.ts';
import type { CBuild } from './c-build.ts';
import type { CLinks } from './c-links.ts';
import { executedByC, scratchNeeds } from './c-sources.ts';
import { staticC } from './c-static.ts';

interface CProgram {
  readonly links: CLinks;
  readonly ships: readonly Shipment[];
  readonly provides: readonly string[];
  readonly assumptions: readonly string[];
}

const UNNAMED = 'the final base has the programs that it runs, which its source does not name';

const STATIC_LIBRARIES = 'the development packages have static libraries of all that it links to';

/**
 * The compiler of the image `gcc` brings newer libraries than Debian has.
 * https://github.com/docker-library/gcc/blob/master/Dockerfile.template, read 2026-11-25.
 */
const GCC_HOME = '/usr/local/lib64';
const GCC_LIBRARIES: Readonly<Record<string, string>> = {
  'libstdc++6': 'libstdc++.so.6',
  'libgcc-s1': 'libgcc_s.so.1',
  libgomp1: 'libgomp.so.1',
  libatomic1: 'libatomic.so.1',
  libquadmath0: 'libquadmath.so.0',
  libgfortran5: 'libgfortran.so.5',
};

/** The final bases that a program of C or C++ can stand on, by how it is linked. */
export class CBases {
  private readonly subject: Subject;
  private readonly build: CBuild;
  private readonly code: ReadonlyMap<string, string> | undefined;
  private readonly program: CProgram;

  constructor(
    subject: Subject,
    build: CBuild,
    code: ReadonlyMap<string, string> | undefined,
    program: CProgram,
  ) {
    this.subject = subject;
    this.build = build;
    this.code = code;
    this.program = program;
  }

  candidates(): Candidate[] {
    const { base, options } = this.subject;
    const bases = base.libc === 'musl' ? muslBases(base.release) : glibcBases(base.release);
    if (this.build.isStatic) return this.unlinked(bases);
    const rewrites = options.rebuild ? staticC(this.subject, this.build.runs) : undefined;
    if (!rewrites) return bases.map((final) => this.linked(final));
    return this.unlinked(bases).map((one) => ({
      ...one,
      rewrites,
      assumptions: [...(one.assumptions ?? []), STATIC_LIBRARIES],
    }));
  }

  private unlinked(bases: readonly FinalImage[]): Candidate[] {
    const { base } = this.subject;
    const lacking = scratchNeeds(this.code);
    // A static program of glibc still loads libraries for these.
    const loads =
      base.libc === 'musl' ? [] : lacking.filter((text) => /^it (?:looks|loads)/.test(text));
    return [...staticBases(base.release), ...bases].map((final) => ({
      ...this.common(final),
      libraries: false,
      obstacles: [
        ...this.unnamed(final),
        ...(final.kind === 'scratch' ? lacking : []),
        ...(final.libc === 'none' ? loads : []),
      ],
      packages: this.certificates(),
    }));
  }

  private linked(final: FinalImage): Candidate {
    const { links, ships } = this.program;
    const compiler = this.ofCompiler();
    const wanted = [...links.packages, ...explicitLibraries(this.subject)];
    const others = wanted.filter((name) => !compiler.includes(name));
    const known = links.libraries === false;
    const alone = known ? librariesFor(final, others) : { packages: others, ships: [] };
    const files = this.build.flags.includes('-static-libstdc++') ? [] : compiler;
    const own = files.map((name): Shipment => {
      return { from: `${GCC_HOME}/${GCC_LIBRARIES[name]!}`, made: true, file: true };
    });
    const path = this.libraryPath(own.length > 0);
    return {
      ...this.common(final),
      ships: [...ships, ...own, ...alone.ships],
      packages: [...alone.packages, ...this.certificates()],
      ...(known ? { libraries: false } : {}),
      obstacles: [...links.obstacles, ...this.unnamed(final), ...path.obstacles],
      ...(path.value === undefined ? {} : { env: { LD_LIBRARY_PATH: path.value } }),
    };
  }

  /** Libraries of the compiler that the packages of the distribution would be too old for. */
  private ofCompiler(): string[] {
    const { packages } = this.program.links;
    if (this.build.flags.includes('-static-libstdc++')) return ['libstdc++6', 'libgcc-s1'];
    if (this.subject.base.repository !== 'gcc') return [];
    const found = packages.filter((name) => name in GCC_LIBRARIES);
    return found.length === 0 ? [] : [...new Set([...found, 'libgcc-s1'])];
  }

  /** Where the loader has to look, beside its own directories. */
  private libraryPath(ofGcc: boolean): { value: string | undefined; obstacles: string[] } {
    const inLocal = this.program.ships.some(({ from }) =>
      /^\/usr\/local(?:\/lib)?(?:\/[^/]*\.so[^/]*)?$/.test(from),
    );
    const wanted = [...(ofGcc ? [GCC_HOME] : []), ...(inLocal ? ['/usr/local/lib'] : [])];
    const written = this.subject.doc
      .only('ENV')
      .flatMap(({ pairs }) => pairs.filter(({ name }) => name === 'LD_LIBRARY_PATH'));
    if (wanted.length === 0) return { value: undefined, obstacles: [] };
    if (written.length === 0) return { value: wanted.join(':'), obstacles: [] };
    const missing = wanted.find(
      (directory) => !written.some(({ value }) => value?.split(/[:"]/).includes(directory)),
    );
    const text = `LD_LIBRARY_PATH of the file lacks ${missing}`;
    return { value: undefined, obstacles: missing === undefined ? [] : [text] };
  }

  /** Full images have certificates; what uses OpenSSL or curl may look for them. */
  private certificates(): string[] {
    const uses = this.program.links.packages.some((name) => /^lib(?:ssl|curl)/.test(name));
    return uses && standsOnBuildpack(this.subject) ? ['ca-certificates'] : [];
  }

  private common(base: FinalImage): Candidate {
    const { ships, provides, assumptions } = this.program;
    const names = executedByC(this.code).unnamed && base.shell !== 'none';
    return {
      base,
      ships,
      provides,
      obstacles: [],
      assumptions: [...assumptions, ...(names ? [UNNAMED] : [])],
    };
  }

  private unnamed(final: FinalImage): string[] {
    return executedByC(this.code).unnamed && final.shell === 'none' ? [UNNAMED] : [];
  }
}
