import { valueOf, type Fact } from '../../../../src/kit.ts';
import { toolsOf } from '../../dependency-tools.ts';
import type { ContextFile } from '../brought.ts';
import { filesOf, textsOf } from '../sources.ts';
import type { Step, Subject } from '../types.ts';
import { isBefore, readArgs, variableOf } from './go-commands.ts';

/** What the sources and manifests in the image tell of the programs that are built from them. */
export class GoCode {
  readonly files: Fact<readonly ContextFile[]>;
  /** The Go sources, by path in the context; undefined where they are not known. */
  readonly texts: ReadonlyMap<string, string> | undefined;
  private readonly subject: Subject;

  constructor(subject: Subject) {
    this.subject = subject;
    this.files = filesOf(subject);
    this.texts = this.files.known
      ? textsOf(subject.context, this.files.value, (path) => path.endsWith('.go'))
      : undefined;
  }

  /** Is there any source to read? */
  get isKnown(): boolean {
    return this.texts !== undefined && this.texts.size > 0;
  }

  /** Programs that the code runs, and whether it runs some that it does not name. */
  executed(): { programs: string[]; unnamed: boolean } {
    const programs: string[] = [];
    let unnamed = false;
    for (const [path, text] of this.texts ?? []) {
      if (path.endsWith('_test.go') || /(?:^|\/)vendor\//.test(path)) continue;
      for (const call of text.matchAll(/exec\.(?:Command|CommandContext|LookPath)\(\s*([^)]*)/g)) {
        const literal = /^(?:\w+(?:\.\w+\(\))?,\s*)?"([^"]+)"/.exec(call[1]!);
        if (literal) programs.push(literal[1]!);
        else if (!/^(?:\w+(?:\.\w+\(\))?,\s*)?os\.Args\[0\]|^"?\/proc\/self\/exe/.test(call[1]!))
          unnamed = true;
      }
    }
    return { programs: [...new Set(programs)], unnamed };
  }

  /** Does the build need cgo? A text: why it does, or may. */
  cgo(builds: readonly Step[]): { needed: string | undefined; assumed: string | undefined } {
    const flag = builds.map((step) => cgoFlag(step)).find((found) => found !== undefined);
    if (flag !== undefined) return { needed: `${flag} is set`, assumed: undefined };
    const values = builds.map((step) => variableOf(step, 'CGO_ENABLED'));
    if (values.every((value) => value === '0')) return { needed: undefined, assumed: undefined };
    if (values.includes('1')) return { needed: 'CGO_ENABLED=1 is set', assumed: undefined };
    if (isBefore(this.subject.stage, 10)) {
      return { needed: 'the standard library is linked as it is installed', assumed: undefined };
    }
    for (const [path, text] of this.texts ?? []) {
      if (path.endsWith('_test.go') || /^\/\/(?:go:build| \+build).*\bcgo\b/m.test(text)) continue;
      if (/^\s*import\s+"C"|^\s*"C"\s*$/m.test(text))
        return { needed: `${path} imports "C"`, assumed: undefined };
      if (/^\s*(?:import\s+)?"plugin"\s*$/m.test(text))
        return { needed: `${path} loads plugins`, assumed: undefined };
    }
    const module = this.modules().find((name) => toolsOf('go', name)?.cgo === true);
    if (module !== undefined) return { needed: `${module} needs cgo`, assumed: undefined };
    if (!this.isKnown) return { needed: undefined, assumed: 'it needs no cgo' };
    const compiler = this.compiler();
    return {
      needed: undefined,
      assumed:
        compiler === undefined
          ? undefined
          : `no module needs cgo, although ${compiler} is installed`,
    };
  }

  /** A C compiler or headers that the file installs. */
  private compiler(): string | undefined {
    for (const { program, args } of this.subject.steps) {
      if (!/^(?:apt|apt-get|apk|yum|dnf|microdnf)$/.test(program)) continue;
      const found = args.find((arg) =>
        /^(?:gcc|g\+\+|build-base|build-essential|musl-dev|clang|.+-dev(?:el)?)$/.test(arg),
      );
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The modules that go.mod and go.sum name; without them, what is imported. */
  private modules(): string[] {
    if (!this.files.known) return [];
    const manifests = this.files.value.filter(({ source }) =>
      /(?:^|\/)(?:go\.mod|go\.sum|Gopkg\.lock|glide\.lock)$/.test(source),
    );
    if (manifests.length === 0) return this.imported();
    return manifests.flatMap(({ source }) => {
      const text = valueOf(this.subject.context.readText(source)) ?? '';
      return [...text.replace(/^module\s.*$/m, '').matchAll(IMPORT_PATH)].map(([, name]) => name!);
    });
  }

  /** Import paths from outside the standard library, and what they may be packages of. */
  private imported(): string[] {
    const got = this.subject.steps
      .filter(({ program, args }) => program === 'go' && args[0] === 'get')
      .flatMap((step) => readArgs(step).packages.map((name) => `"${name}"`));
    const imports = [...(this.texts ?? [])]
      .filter(([path]) => !path.endsWith('_test.go'))
      .flatMap(([, text]) => text.match(/^import\s*\([^)]*\)|^import\s.*$/gm) ?? []);
    const paths = [...got, ...imports].flatMap((text) =>
      [...text.matchAll(IMPORT_PATH)].map(([, name]) => name!.replace(/\/\.\.\.$/, '')),
    );
    const above = paths.flatMap((path) => {
      const names = path.split('/');
      return names.slice(1).map((_, i) => names.slice(0, i + 2).join('/'));
    });
    return [...new Set(above)];
  }

  /** Does it look for its sources by the paths that the compiler puts into it? */
  get knowsItsPaths(): boolean {
    return [...(this.texts?.values() ?? [])].some((text) => /\bruntime\.Caller/.test(text));
  }

  /** Why it may need files that small images lack. */
  needs(): { certificates?: string; zones?: string; others: string[] } {
    const code = [...(this.texts ?? [])]
      .filter(([path]) => !path.endsWith('_test.go'))
      .map(([, text]) => text)
      .join('\n');
    const tls = /"(?:net\/http|crypto\/(?:tls|x509)|net\/smtp)"/.test(code);
    const modules = !this.texts || this.modules().length > 0;
    const zones =
      (/LoadLocation|time\.Local\b/.test(code) && !code.includes('"time/tzdata"')) ||
      this.subject.doc.only('ENV').some(({ pairs }) => pairs.some(({ name }) => name === 'TZ'));
    const others = [
      ...(/\bTempDir\(|MkdirTemp|CreateTemp|TempFile|"\/tmp/.test(code) ? ['it needs /tmp'] : []),
      ...(code.includes('"os/user"') ? ['it looks users up'] : []),
      ...(/\bUser(?:Home|Cache|Config)Dir\b|Getenv\("HOME"\)/.test(code)
        ? ['it looks for the directory of its user']
        : []),
    ];
    return {
      ...(tls || modules
        ? { certificates: `${tls ? 'it' : 'one of its modules'} may need CA certificates` }
        : {}),
      ...(zones ? { zones: 'it may need time zones' } : {}),
      others,
    };
  }
}

/** What looks like `example.com/name`. */
const IMPORT_PATH = /(?:^|\s|")((?:[a-z0-9-]+\.)+[a-z]+\/[^\s"@]+)/gim;

/**
 * A flag that links a program with the system's linker, or to shared libraries.
 * https://pkg.go.dev/cmd/go and https://pkg.go.dev/cmd/link, read 2026-11-25.
 */
function cgoFlag(step: Step): string | undefined {
  const text = [...step.args, variableOf(step, 'GOFLAGS') ?? ''].join(' ');
  return (
    /-(?:race|msan|asan)(?=\s|$)|-linkmode[ =]external|-buildmode[ =](?:pie|c-archive|c-shared|plugin|shared)\b/.exec(
      text,
    )?.[0] ?? /-tags[ =]\S*netcgo\b/.exec(text.replace(/["']/g, ''))?.[0]
  );
}
