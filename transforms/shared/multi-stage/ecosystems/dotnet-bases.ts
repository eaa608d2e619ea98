import { dotnetBases, type FinalImage } from '../../../../src/kit.ts';
import type { Subject } from '../types.ts';
import { isTrue, unknownPackages, type Project } from './dotnet-projects.ts';
import type { DotnetSources } from './dotnet-sources.ts';
import type { XmlElement } from './xml.ts';

/** Without a shell before Alpine, whose libc is another; then with a shell. */
export function dotnetFinals(
  subject: Subject,
  family: 'aspnet' | 'runtime' | 'runtime-deps',
): FinalImage[] {
  const kinds =
    subject.base.libc === 'musl'
      ? ['alpine', 'distroless', 'slim']
      : ['distroless', 'alpine', 'slim'];
  return dotnetBases(subject.ref, subject.base, family).toSorted(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  );
}

/** What a program needs of a final base. */
export class DotnetFit {
  private readonly subject: Subject;
  private readonly sources: DotnetSources | undefined;
  private readonly project: Project | undefined;
  /** The project and those that it refers to. */
  private readonly used: readonly Project[];
  private readonly shared: readonly XmlElement[];

  constructor(
    subject: Subject,
    sources: DotnetSources | undefined,
    project: Project | undefined,
    used: readonly Project[],
    shared: readonly XmlElement[],
  ) {
    this.subject = subject;
    this.sources = sources;
    this.project = project;
    this.used = used;
    this.shared = shared;
  }

  obstacles(base: FinalImage, host: boolean): string[] {
    const found: string[] = [];
    const { sources, subject, project } = this;
    const invariant =
      project !== undefined && isTrue(project, this.shared, 'InvariantGlobalization');
    if (!base.libraries.includes('libicu') && !invariant && !this.setsInvariant()) {
      found.push('it has no ICU, and InvariantGlobalization is not set');
    }
    if (!base.timeZones && (sources?.zones === true || this.setsZone())) {
      found.push('it has no time zones');
    }
    if (sources?.compiles === true && base.kind === 'distroless') {
      found.push('it compiles code when it runs');
    }
    if (sources?.unnamed === true && base.shell === 'none') {
      found.push('it runs programs that its source does not name');
    }
    if (host && base.libc === 'musl' && subject.base.libc !== 'musl') {
      found.push('the program is linked to glibc');
    }
    return found;
  }

  assumptions(base: FinalImage): string[] {
    const found: string[] = [];
    const { sources, subject, used } = this;
    if (sources?.unnamed === true && base.shell !== 'none') {
      found.push('the final base has the programs that it runs, which its source does not name');
    }
    if (!sources && base.shell === 'none') found.push('it runs no program of its base image');
    const others = used.length === 0 ? ['a package'] : unknownPackages(used);
    if (base.libc === 'musl' && subject.base.libc !== 'musl' && others.length > 0) {
      found.push(`${others.slice(0, 3).join(', ')} has parts for musl or none`);
    }
    if (base.kind === 'distroless' && others.length > 0) {
      found.push(`${others.slice(0, 3).join(', ')} needs no library of the distribution`);
    }
    return found;
  }

  private setsInvariant(): boolean {
    return this.sets(/^DOTNET_SYSTEM_GLOBALIZATION_INVARIANT$/, /^"?(?:1|true)"?$/i);
  }

  private setsZone(): boolean {
    return this.sets(/^TZ$/, /^"?(?!UTC|Etc\/UTC)/);
  }

  private sets(name: RegExp, value: RegExp): boolean {
    return this.subject.stage.instructions.some(
      (one) =>
        one.keyword === 'ENV' &&
        one.pairs.some((pair) => name.test(pair.name) && value.test(pair.value ?? '')),
    );
  }

  /**
   * Where the server listens, which the SDK images before .NET 8 leave unset:
   * https://github.com/dotnet/dotnet-docker/blob/main/src/sdk, read 2026-11-25.
   */
  environment(base: FinalImage, family: string): Record<string, string> {
    if (base.env['ASPNETCORE_URLS'] === undefined || family === 'runtime') return {};
    return this.sets(/^ASPNETCORE_URLS$/, /./) ? {} : { ASPNETCORE_URLS: '' };
  }
}
