import type { Reading } from '../assets.ts';
import { commandsOfText } from '../start.ts';

export const isCSource = (path: string): boolean =>
  /\.(?:c|h|cc|hh|cpp|hpp|cxx|hxx|C|inl|ipp)$/.test(path);

const isForeign = (path: string): boolean =>
  /(?:^|\/)(?:tests?|benchmarks?|examples?|fuzz)\//.test(path);

/** How sources of C and C++ tell which files are read at run time. */
export const C_READING: Reading = {
  isSource: (path) =>
    isCSource(path) ||
    /(?:^|\/)(?:CMakeLists\.txt|CMakePresets\.json|[^/]*\.cmake(?:\.in)?|(?:GNU)?[Mm]akefile(?:\.\w+)?|[^/]*\.mk|configure(?:\.\w+)?|meson\.build|meson_options\.txt|conanfile\.(?:txt|py)|vcpkg\.json|autogen\.sh|\.clang-\w+|benchmark_config\.json)$|\.(?:o|a|s|S|asm|l|y|proto|in|am|ac|m4|d|lo|la)$|(?:^|\/)(?:cmake|m4|tests?)\//.test(
      path,
    ),
  isForeign,
  clean: (text) => text.replace(/^[ \t]*#[ \t]*(?:include|import|pragma|error|line).*$/gm, ''),
  servesAll: /\b(?:opendir|directory_iterator|scandir|nftw|glob)\s*\(\s*"\.\/?"/,
};

/** Programs that the sources start; `sh` is among them where a shell reads the command. */
export function executedByC(code: ReadonlyMap<string, string> | undefined): {
  programs: string[];
  unnamed: boolean;
} {
  const programs = new Set<string>();
  let unnamed = false;
  for (const [path, text] of code ?? []) {
    if (isForeign(path)) continue;
    for (const [, argument = ''] of text.matchAll(
      /(?<![\w.>:])(?:std::)?(?:system|popen)\s*\(\s*([^;]*?)\)/g,
    )) {
      programs.add('sh');
      const literal = /^"((?:[^"\\]|\\.)*)"/.exec(argument)?.[1];
      const commands =
        literal === undefined ? undefined : commandsOfText(literal.replace(/\\n/g, ' '));
      if (!commands) unnamed = true;
      for (const words of commands ?? []) if (words[0] !== undefined) programs.add(words[0]);
    }
    for (const [, argument = ''] of text.matchAll(
      /\b(?:execl|execlp|execle|execv|execvp|execve|execvpe|posix_spawnp?)\s*\(\s*([^,)]*)/g,
    )) {
      const literal = /^"([^"]+)"/.exec(argument)?.[1];
      if (literal !== undefined) programs.add(literal);
      else unnamed = true;
    }
  }
  return { programs: [...programs], unnamed };
}

/** What an empty image lacks, and what a static program of glibc cannot do by itself. */
export function scratchNeeds(code: ReadonlyMap<string, string> | undefined): string[] {
  if (!code || code.size === 0) return ['its sources are not known'];
  const all = [...code.values()].join('\n');
  const found: string[] = [];
  if (/\b(?:getaddrinfo|gethostbyname\w*|getnameinfo|getservby\w+)\s*\(/.test(all))
    found.push('it looks host names up');
  if (/\b(?:getpw\w+|getgr\w+|initgroups)\s*\(/.test(all)) found.push('it looks users up');
  if (/\b(?:localtime(?:_r)?|tzset|mktime)\s*\(/.test(all)) found.push('it may need time zones');
  if (/\b(?:tmpfile|tmpnam|mkstemp\w*|mkdtemp|tempnam|temp_directory_path)\s*\(|"\/tmp/.test(all))
    found.push('it needs /tmp');
  if (/\bdl(?:m?open)\s*\(/.test(all)) found.push('it loads plugins');
  if (/\b(?:setlocale|iconv_open)\s*\(|std::locale/.test(all)) found.push('it may need locales');
  return found;
}

/** Does it load libraries that it is not linked to? */
export const loadsPlugins = (code: ReadonlyMap<string, string> | undefined): boolean =>
  [...(code ?? [])].some(([path, text]) => !isForeign(path) && /\bdlopen\s*\(/.test(text));
