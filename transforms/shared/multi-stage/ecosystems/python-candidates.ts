import type { FinalImage } from '../../../../src/kit.ts';
import { toolsOf } from '../../dependency-tools.ts';
import type { Candidate, Subject } from '../types.ts';
import { isCompiler, isOfFullImage, type CodeNeeds } from './python-code.ts';
import { environmentOf, type Environment, type Setting } from './python-environment.ts';
import type { Requirements } from './python-requirements.ts';
import { bareStart, type PythonStart } from './python-start.ts';

export interface Known {
  readonly start: PythonStart;
  readonly setting: Setting;
  readonly requirements: Requirements;
  readonly environment: Environment;
  /** Undefined where the sources are not known. */
  readonly needs: CodeNeeds | undefined;
  readonly programs: readonly string[];
  readonly files: boolean;
  /** Something names the Python of the distribution, /usr/bin/python3. */
  readonly usesOther: boolean;
}

/** What follows from each final base. */
export class Candidates {
  private readonly subject: Subject;
  private readonly known: Known;
  /** The base image has programs and libraries that its slim variant lacks. */
  private readonly full: boolean;

  constructor(subject: Subject, known: Known) {
    this.subject = subject;
    this.known = known;
    this.full = !/slim|alpine/.test(subject.ref.tag ?? '');
  }

  on(base: FinalImage, application: Candidate['ships']): Candidate {
    return base.kind === 'distroless'
      ? this.bare(base, application)
      : this.whole(base, application);
  }

  private whole(base: FinalImage, application: Candidate['ships']): Candidate {
    const { environment, start, programs, setting } = this.known;
    const other = base.libc !== this.subject.base.libc;
    return {
      base,
      ships: [...environment.ships, ...application],
      obstacles: other
        ? [`packages that are installed on ${this.subject.ref.text} do not run on musl`]
        : [],
      assumptions: this.assumptions(base),
      ...(start.start ? { start: start.start } : {}),
      env: environment.env,
      packages: this.full ? this.packages() : [],
      buildLines: environment.buildLines,
      rewrites: environment.rewrites,
      provides: [...programs, ...INTERPRETERS],
      libraries: !setting.prebuilt,
      replaces: this.otherPython(),
    };
  }

  /** Packages of the distribution's own Python, which the interpreter in /usr/local does not use. */
  private otherPython(): string[] {
    return this.subject.steps
      .flatMap(({ args }) => args)
      .map((arg) => arg.replace(/=.*$/, ''))
      .filter((name) => OTHER_PYTHON.test(name) && !this.known.usesOther);
  }

  private bare(base: FinalImage, application: Candidate['ships']): Candidate {
    const { environment: usual, setting, start, needs } = this.known;
    const alone = environmentOf(setting, true);
    const environment = 'reason' in alone ? usual : alone;
    const words = bareStart(this.subject, start.start);
    const hasPackages = environment.ships.length > 0;
    const { PATH: _, ...env } = environment.env;
    return {
      base,
      ships: [...environment.ships, ...application],
      obstacles: [
        ...(typeof words === 'string' ? [words] : []),
        ...(hasPackages && environment.root === undefined
          ? ['its packages lie where only the interpreter of the image looks']
          : []),
        ...this.bareObstacles(base),
        ...(needs?.unnamed === undefined ? [] : [`${needs.unnamed} runs programs`]),
        ...(needs?.libraries === undefined
          ? []
          : [`${needs.libraries} loads a library by its name`]),
      ],
      assumptions: this.assumptions(base),
      ...(typeof words === 'string' || words === undefined ? {} : { start: words }),
      env: environment.root === undefined ? env : { ...env, PYTHONUSERBASE: environment.root },
      packages: this.packages(),
      buildLines: environment.buildLines,
      rewrites: environment.rewrites,
      provides: INTERPRETERS,
      libraries: !setting.prebuilt,
      replaces: this.otherPython(),
    };
  }

  /** What must hold for packages to work with the Python of Debian. */
  private bareObstacles(base: FinalImage): string[] {
    const { subject, known } = this;
    if (!known.files || known.needs === undefined)
      return ['what the application runs is not known'];
    if (known.requirements.missing !== undefined)
      return [`which packages it needs is not known: ${known.requirements.missing}`];
    if (subject.base.libc === 'musl')
      return ['packages that are installed on musl do not run on glibc'];
    if (!known.requirements.prebuilt && subject.base.release !== base.release) {
      return [`packages may be compiled for ${subject.base.release ?? 'another release'}`];
    }
    return [];
  }

  private assumptions(base: FinalImage): string[] {
    const { ref } = this.subject;
    const { needs, requirements } = this.known;
    if (!this.full && needs === undefined) return ['nothing compiles when the container runs'];
    if (!this.full && base.kind !== 'distroless') return [];
    if (needs === undefined)
      return [
        `neither the application nor a package needs a program or library that ${ref.text} has and ${base.ref} lacks`,
      ];
    const found: string[] = [];
    if (requirements.missing !== undefined)
      found.push(
        `no package needs a program or library that ${ref.text} has and ${base.ref} lacks (${requirements.missing} is not known)`,
      );
    const unknown = this.unknownLibraries();
    if (unknown !== undefined)
      found.push(`${unknown} needs no library that ${ref.text} has and ${base.ref} lacks`);
    if (needs.unnamed !== undefined && base.kind !== 'distroless')
      found.push(`${base.ref} has the programs that ${needs.unnamed} runs`);
    return found;
  }

  /** Run-time packages of the distribution that the packages of PyPI need. */
  private packages(): string[] {
    const { release, libc } = this.subject.base;
    const found = this.tools().flatMap(
      ([, tools]) => (libc === 'musl' ? tools.alpine : tools.debian)?.(release) ?? [],
    );
    return [...new Set(found)].filter(
      (name) => IN_FULL_IMAGE.test(name) && !IN_SLIM_IMAGE.test(name),
    );
  }

  private tools(): (readonly [string, NonNullable<ReturnType<typeof toolsOf>>])[] {
    return [...this.known.requirements.names].flatMap((name) => {
      const tools = toolsOf('pypi', name);
      return tools ? [[name, tools] as const] : [];
    });
  }

  /** A package that is linked against libraries that nothing tells. */
  private unknownLibraries(): string | undefined {
    const { release } = this.subject.base;
    return this.tools().find(
      ([, tools]) => tools.debian !== undefined && tools.debian(release) === undefined,
    )?.[0];
  }

  /** Programs that the old base image has, and that are called. */
  runs(): string[] {
    const { needs, requirements } = this.known;
    const called = [...requirements.names].flatMap((name) => toolsOf('pypi', name)?.programs ?? []);
    const own = needs?.programs ?? [];
    return [...new Set([...own, ...called])].filter(
      (program) => program === 'sh' || isCompiler(program) || (this.full && isOfFullImage(program)),
    );
  }
}

const OTHER_PYTHON =
  /^(?:lib)?(?:python|py)(?:[23](?:\.\d+)?)?(?:-(?:dev|pip|setuptools|wheel|venv|virtualenv|all|all-dev|distutils|full|minimal))?$/;

/**
 * Shared libraries that buildpack-deps has, which the full image stands on, and those that the slim
 * one has too. https://github.com/docker-library/buildpack-deps and Dockerfile-linux.template of
 * https://github.com/docker-library/python, read 2026-11-25.
 */
const IN_FULL_IMAGE =
  /^(?:zlib1g|lib(?:pq5|mariadb3|mysqlclient|xml2|xslt1|curl4|ssl|ffi|glib2|jpeg|png|gmp10|krb5|gssapi|lzma|magick|magic1|cairo|pango|gdk-pixbuf|harfbuzz|fontconfig|freetype|sqlite3|yaml|sasl2|ldap|event|bz2|ncurses|readline|db5|webp|tiff|icu|gomp1|expat|rsvg))/;
const IN_SLIM_IMAGE = /^(?:zlib1g|lib(?:ssl|ffi|sqlite3|bz2|lzma|ncurses|readline|uuid))/;

const INTERPRETERS = ['python', 'python3', 'pip', 'pip3'];
