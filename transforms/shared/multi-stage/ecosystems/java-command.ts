import { valueOf, type Stage } from '../../../../src/kit.ts';
import type { Start } from '../start.ts';
import type { Subject } from '../types.ts';

/** The arguments of the `java` command, as far as they name files. */
export interface JavaCommand {
  /** Behind `-jar`. */
  readonly jar: string | undefined;
  readonly main: string | undefined;
  /** The entries of the class path; undefined: none is given, so that it is the working directory. */
  readonly classPath: readonly string[] | undefined;
  readonly modulePath: readonly string[];
  /** Files that options name: agents, archives, files of arguments. */
  readonly files: readonly string[];
  readonly options: readonly string[];
  /** It names a module: there is no class path then unless one is given. */
  readonly isModule: boolean;
  /** It compiles a source file when it starts: https://openjdk.org/jeps/330. */
  readonly compiles: boolean;
  /** Why it cannot be read. */
  readonly trouble: string | undefined;
}

/** Options with a value behind them: https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html, read 2026-11-25. */
const WITH_VALUE = new Set(
  (
    '-cp -classpath --class-path -p --module-path --upgrade-module-path --add-modules ' +
    '--limit-modules --add-exports --add-opens --add-reads --patch-module --source ' +
    '--enable-native-access --describe-module -d -m --module'
  ).split(' '),
);

const CLASS_PATH = new Set(['-cp', '-classpath', '--class-path']);
const MODULE_PATH = new Set(['-p', '--module-path', '--upgrade-module-path', '--patch-module']);

/**
 * The words of what starts, as the shell sees them: variables that the file sets replaced, others
 * as they are written.
 */
export function startWords({ start, stage }: Subject): string[] {
  const { main } = start;
  if (!main.includes(undefined)) return main as string[];
  const texts = writtenWords(start);
  return main.flatMap((word, i) => {
    if (word !== undefined) return [word];
    const text = texts?.[i] ?? '$?';
    const expanded = text.replace(
      /\$(?:\{(\w+)\}|(\w+))/g,
      (whole, braced?: string, plain?: string) => {
        return environment(stage, (braced ?? plain)!) ?? whole;
      },
    );
    const bare = expanded.replace(/"/g, '');
    return /^\$\{?\w+\}?$/.test(text) ? bare.split(/\s+/).filter((part) => part !== '') : [bare];
  });
}

/** The words of `start.main` as they are written, where a shell reads them. */
function writtenWords({ main, command }: Start): readonly string[] | undefined {
  const words = command?.words.slice(-main.length);
  if (words?.length !== main.length) return undefined;
  return words.every((word, i) => word.value === main[i])
    ? words.map(({ text }) => text)
    : undefined;
}

/** Reads the words behind `java`. */
export function readJava(words: readonly string[]): JavaCommand {
  return new Reader(words).read();
}

class Reader {
  private readonly words: readonly string[];
  private readonly options: string[] = [];
  private readonly files: string[] = [];
  private readonly modulePath: string[] = [];
  private classPath: string[] | undefined;
  private inJar = false;
  private source = false;
  private isModule = false;
  private main: string | undefined;

  constructor(words: readonly string[]) {
    this.words = words;
  }

  read(): JavaCommand {
    let at = 0;
    while (at < this.words.length && this.main === undefined) at += this.option(at);
    const { main, inJar, source } = this;
    return {
      jar: inJar ? main : undefined,
      main: inJar ? undefined : main,
      classPath: this.classPath,
      modulePath: this.modulePath,
      files: this.files,
      options: this.options,
      isModule: this.isModule,
      compiles: source || (!inJar && main?.endsWith('.java') === true),
      trouble: main === undefined ? 'its arguments do not tell what it runs' : undefined,
    };
  }

  /** Reads one word, with its value; how many that are. */
  private option(at: number): number {
    const word = this.words[at]!;
    if (word.startsWith('@')) {
      this.files.push(word.slice(1));
      return 1;
    }
    // An option, or nothing: it is given from outside.
    if (/^\$\{?\w+\}?$/.test(word) || word === '$?') return 1;
    if (!word.startsWith('-')) {
      this.main = word;
      return 1;
    }
    this.options.push(word);
    const equals = word.indexOf('=');
    const name = equals > 0 && word.startsWith('--') ? word.slice(0, equals) : word;
    if (word === '-jar') this.inJar = true;
    if (name === '--source') this.source = true;
    this.namedFile(word);
    if (!WITH_VALUE.has(name)) return 1;
    const value = name === word ? (this.words[at + 1] ?? '') : word.slice(equals + 1);
    this.value(name, value);
    return name === word ? 2 : 1;
  }

  private value(name: string, value: string): void {
    if (CLASS_PATH.has(name)) this.classPath = value.split(':');
    if (MODULE_PATH.has(name)) this.modulePath.push(...value.replace(/^[\w.]+=/, '').split(':'));
    if (name !== '-m' && name !== '--module') return;
    this.main = value;
    this.isModule = true;
  }

  private namedFile(word: string): void {
    const file =
      /^-(?:javaagent|agentpath):([^=]+)/.exec(word)?.[1] ??
      /^-XX:(?:SharedArchiveFile|Flags|VMOptionsFile|AOTCache)=(.+)$/.exec(word)?.[1];
    if (file !== undefined) this.files.push(file);
    const boot = /^-Xbootclasspath\/[ap]:(.+)$/.exec(word)?.[1];
    if (boot !== undefined) this.files.push(...boot.split(':'));
  }
}

/** Variables that java itself reads: https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html */
const OPTION_VARIABLES = ['JDK_JAVA_OPTIONS', 'JAVA_TOOL_OPTIONS', '_JAVA_OPTIONS'];

/** The options that the file gives to every java. */
export const optionsOfVariables = ({ stage }: Subject): string[] =>
  OPTION_VARIABLES.flatMap((name) => (environment(stage, name) ?? '').split(/\s+/)).filter(
    (part) => part !== '',
  );

/** The class path of the environment. */
export const classPathOfVariable = ({ stage }: Subject): string[] | undefined =>
  environment(stage, 'CLASSPATH')?.split(':');

/** A variable that the file sets for the container. */
function environment(stage: Stage, name: string): string | undefined {
  const end = (stage.instructions.at(-1) ?? stage.from).index + 1;
  const variable = stage.scope.at(end, name);
  return variable?.kind === 'env' ? valueOf(variable.value) : undefined;
}
