import { valueOf, type Fact } from '../../../../src/kit.ts';
import { toolsOf } from '../../dependency-tools.ts';
import type { Reading } from '../assets.ts';
import type { ContextFile } from '../brought.ts';
import { filesOf, textsOf } from '../sources.ts';
import type { Step, Subject } from '../types.ts';
import { isBefore, variableOf } from './go-commands.ts';

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

  /** The modules that go.mod and go.sum name. */
  private modules(): string[] {
    if (!this.files.known) return [];
    return this.files.value
      .filter(({ source }) => /(?:^|\/)(?:go\.mod|go\.sum|Gopkg\.lock|glide\.lock)$/.test(source))
      .flatMap(({ source }) => {
        const text = (valueOf(this.subject.context.readText(source)) ?? '').replace(
          /^module\s.*$/m,
          '',
        );
        return [...text.matchAll(/(?:^|\s|")((?:[a-z0-9-]+\.)+[a-z]+\/[^\s"@]+)/gim)].map(
          ([, name]) => name!,
        );
      });
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

/** Import paths name packages, not files. */
const withoutImports = (text: string): string =>
  text.replace(/^import\s*\([^)]*\)/gm, '').replace(/^import\s.*$/gm, '');

/** How Go's sources tell which files are read at run time. */
export const READING: Reading = {
  isSource,
  isForeign: (path) => path.endsWith('_test.go') || /(?:^|\/)vendor\//.test(path),
  clean: (text) => withoutImports(text.replace(/^\/\/go:embed .*$/gm, '')),
  servesAll:
    /(?:http\.Dir|ReadDir|os\.DirFS|WalkDir|filepath\.Walk|Static\w*)\([^)\n]*["'`]\.\/?["'`]/,
};

function isSource(path: string): boolean {
  return /(?:^|\/)(?:vendor|testdata|node_modules)\/|(?:^|\/)(?:go\.(?:mod|sum|work|work\.sum)|Makefile|GNUmakefile|makefile|Gopkg\.(?:lock|toml)|glide\.(?:yaml|lock)|Taskfile\.ya?ml|\.golangci\.ya?ml|\.air\.toml|\.goreleaser\.ya?ml)$|\.(?:go|s|c|h|proto|pb|qtpl|templ|mod|sum|md)$/.test(
    path,
  );
}
