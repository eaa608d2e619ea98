/**
 * A reader of CMakeLists.txt, as far as they say what is built and installed where.
 * https://cmake.org/cmake/help/latest/manual/cmake-commands.7.html, read 2026-11-25.
 */
import { normal } from '../../copied.ts';

export interface CMakeTarget {
  readonly name: string;
  readonly kind: 'program' | 'shared' | 'static';
  /** Relative to the build tree, or absolute; undefined: not told. */
  readonly output: string | undefined;
  readonly isCpp: boolean;
}

export interface CMakeInstall {
  /** A target, or files of the source tree. */
  readonly target: string | undefined;
  readonly paths: readonly string[];
  readonly isDirectory: boolean;
  /** Relative to the prefix, or absolute; undefined: not told. */
  readonly destination: string | undefined;
}

interface Call {
  readonly name: string;
  readonly args: readonly string[];
}

export interface CMakeSettings {
  /** The text of the CMakeLists.txt of a directory, relative to the root of the project. */
  text(directory: string): string | undefined;
  readonly defined: ReadonlyMap<string, string>;
}

/** Where GNUInstallDirs puts things. */
const INSTALL_DIRECTORIES: Readonly<Record<string, string>> = {
  CMAKE_INSTALL_BINDIR: 'bin',
  CMAKE_INSTALL_SBINDIR: 'sbin',
  CMAKE_INSTALL_LIBDIR: 'lib',
  CMAKE_INSTALL_DATADIR: 'share',
  CMAKE_INSTALL_DATAROOTDIR: 'share',
  CMAKE_INSTALL_SYSCONFDIR: 'etc',
  CMAKE_INSTALL_INCLUDEDIR: 'include',
};

export class CMakeProject {
  readonly targets: CMakeTarget[] = [];
  readonly installs: CMakeInstall[] = [];
  /** What targets are linked to, as it is written. */
  readonly links: string[] = [];
  readonly packages: string[] = [];
  readonly flags: string[] = [];
  /** Something that its text does not tell. */
  trouble: string | undefined;
  private readonly settings: CMakeSettings;
  /** The project says that C is its only language. */
  private isC = false;

  constructor(settings: CMakeSettings) {
    this.settings = settings;
    const variables = new Map<string, string>([
      ...Object.entries(INSTALL_DIRECTORIES),
      ['CMAKE_SOURCE_DIR', '%'],
      ['CMAKE_BINARY_DIR', '@'],
      ['PROJECT_SOURCE_DIR', '%'],
      ['PROJECT_BINARY_DIR', '@'],
      ...settings.defined,
    ]);
    this.directory('', '@', variables, 0);
  }

  private directory(at: string, build: string, outer: Map<string, string>, depth: number): void {
    const text = depth > 8 ? undefined : this.settings.text(at);
    if (text === undefined) {
      this.trouble ??= `there is no CMakeLists.txt of the build context${at === '' ? '' : ` in ${at}`}`;
      return;
    }
    const variables = new Map(outer);
    variables.set('CMAKE_CURRENT_SOURCE_DIR', at === '' ? '%' : `%/${at}`);
    variables.set('CMAKE_CURRENT_BINARY_DIR', build);
    for (const call of callsOf(text)) this.call(call, at, build, variables, depth);
  }

  private call(
    { name, args: written }: Call,
    at: string,
    build: string,
    variables: Map<string, string>,
    depth: number,
  ): void {
    const args = written.map((arg) => expand(arg, variables)).filter((arg) => arg !== '');
    switch (name) {
      case 'project':
        variables.set('PROJECT_NAME', args[0] ?? '');
        this.isC ||= args.includes('C') && !args.includes('CXX');
        if (depth === 0) variables.set('CMAKE_PROJECT_NAME', args[0] ?? '');
        break;
      case 'set':
        if (!this.settings.defined.has(args[0] ?? ''))
          variables.set(args[0] ?? '', valueOfSet(args));
        if (/_FLAGS|_OPTIONS/.test(args[0] ?? '')) this.flags.push(...args.slice(1));
        break;
      case 'add_executable':
      case 'add_library':
        this.target(name === 'add_executable', args, build, variables);
        break;
      case 'set_target_properties':
        this.properties(args);
        break;
      case 'add_subdirectory':
        this.directory(
          joined(at, args[0] ?? ''),
          joined(build, args[1] ?? args[0] ?? ''),
          variables,
          depth + 1,
        );
        break;
      case 'install':
        this.install(args, at);
        break;
      case 'target_link_libraries':
      case 'link_libraries':
        this.links.push(...args.slice(name === 'link_libraries' ? 0 : 1));
        break;
      case 'find_package':
      case 'pkg_check_modules':
      case 'pkg_search_module':
      case 'find_library':
        this.packages.push(...(name === 'find_package' ? args.slice(0, 1) : args.slice(1)));
        break;
      case 'target_link_options':
      case 'add_link_options':
      case 'add_compile_options':
        this.flags.push(...args);
        break;
      default:
    }
  }

  private target(
    isProgram: boolean,
    args: readonly string[],
    build: string,
    variables: ReadonlyMap<string, string>,
  ): void {
    const [name = '', type = ''] = args;
    if (/^(?:IMPORTED|ALIAS|INTERFACE|OBJECT)$/.test(type)) return;
    const shared =
      /^(?:SHARED|MODULE)$/.test(type) ||
      (type !== 'STATIC' && /^(?:ON|TRUE|1|YES)$/i.test(variables.get('BUILD_SHARED_LIBS') ?? ''));
    const said = isProgram
      ? (variables.get('CMAKE_RUNTIME_OUTPUT_DIRECTORY') ?? variables.get('EXECUTABLE_OUTPUT_PATH'))
      : variables.get('CMAKE_LIBRARY_OUTPUT_DIRECTORY');
    const directory = said === undefined || said === '' ? build : said;
    const file = isProgram ? name : `lib${name}.so`;
    this.targets.push({
      name,
      kind: isProgram ? 'program' : shared ? 'shared' : 'static',
      output: isTold(directory) && isTold(file) ? joined(directory, file) : undefined,
      isCpp:
        args.some((arg) => /\.(?:cc|cpp|cxx|C)$/.test(arg)) ||
        (!this.isC && args.some((arg) => !isTold(arg))),
    });
  }

  private properties(args: readonly string[]): void {
    const at = args.indexOf('PROPERTIES');
    for (const name of args.slice(0, at)) {
      const i = this.targets.findIndex((target) => target.name === name);
      const target = this.targets[i];
      if (!target) continue;
      let output = target.output;
      for (let j = at + 1; j + 1 < args.length; j += 2) {
        const value = args[j + 1]!;
        const slash = output?.lastIndexOf('/') ?? -1;
        if (/^(?:SO)?VERSION$/.test(args[j]!) && target.kind === 'shared') output = undefined;
        if (args[j] === 'OUTPUT_NAME') output = output && `${output.slice(0, slash + 1)}${value}`;
        if (args[j] === 'RUNTIME_OUTPUT_DIRECTORY')
          output = isTold(value) ? joined(value, name) : undefined;
      }
      this.targets[i] = { ...target, output };
    }
  }

  private install(args: readonly string[], at: string): void {
    const [what = ''] = args;
    const destinationAt = args.indexOf('DESTINATION');
    const destination = destinationAt < 0 ? undefined : args[destinationAt + 1];
    const end = args.findIndex((arg, i) => i > 0 && INSTALL_KEYWORDS.has(arg));
    const names = args.slice(1, end < 0 ? undefined : end);
    if (what === 'TARGETS') {
      const runtime = args.indexOf('RUNTIME');
      const own =
        runtime >= 0 && args[runtime + 1] === 'DESTINATION' ? args[runtime + 2] : destination;
      for (const target of names) {
        this.installs.push({
          target,
          paths: [],
          isDirectory: false,
          destination: told(own ?? 'bin'),
        });
      }
    } else if (/^(?:FILES|PROGRAMS|DIRECTORY)$/.test(what)) {
      const paths = names.map((name) => joined(at, name));
      this.installs.push({
        target: undefined,
        paths,
        isDirectory: what === 'DIRECTORY',
        destination: told(destination),
      });
    } else if (!/^(?:EXPORT|TARGETS)$/.test(what))
      this.trouble ??= `install(${what} …) is not understood`;
  }
}

const INSTALL_KEYWORDS = new Set(
  (
    'DESTINATION RUNTIME LIBRARY ARCHIVE PUBLIC_HEADER PERMISSIONS COMPONENT EXPORT OPTIONAL RENAME ' +
    'CONFIGURATIONS BUNDLE FRAMEWORK INCLUDES FILES_MATCHING USE_SOURCE_PERMISSIONS PATTERN TYPE'
  ).split(' '),
);

const isTold = (text: string): boolean => !text.includes('$');
const told = (text: string | undefined): string | undefined =>
  text !== undefined && isTold(text) ? text : undefined;

/** `@` stands for the build tree, `%` for the source tree. */
function joined(directory: string, path: string): string {
  if (/^[/@%]/.test(path)) return path;
  const [root, rest] = /^[@%]/.test(directory)
    ? [directory[0]!, directory.slice(1)]
    : ['', directory];
  if (directory.startsWith('/')) return normal(`${directory}/${path}`);
  return root + normal(`${rest}/${path}`).slice(root === '' ? 1 : 0);
}

const valueOfSet = (args: readonly string[]): string => {
  const end = args.findIndex((arg) => arg === 'CACHE' || arg === 'PARENT_SCOPE');
  return args.slice(1, end < 0 ? undefined : end).join(';');
};

/** What is not known stays as it is written. */
const expand = (text: string, variables: ReadonlyMap<string, string>): string =>
  text.replace(/\$\{([\w.-]+)\}/g, (whole, name: string) => variables.get(name) ?? whole);

/** The commands of a CMakeLists.txt, whatever condition they stand in. */
function callsOf(text: string): Call[] {
  const plain = text.replace(/#\[(=*)\[.*?\]\1\]/gs, '').replace(/#[^\n]*/g, '');
  const calls: Call[] = [];
  for (const [, name = '', inside = ''] of plain.matchAll(
    /(\w+)\s*\(((?:[^()"]|"(?:[^"\\]|\\.)*"|\([^()]*\))*)\)/gs,
  )) {
    const args = [...inside.matchAll(/"((?:[^"\\]|\\.)*)"|([^\s"();]+)/gs)].map(
      ([, quoted, bare]) => quoted ?? bare ?? '',
    );
    calls.push({ name: name.toLowerCase(), args });
  }
  return calls;
}
