import { valueOf, type Fact } from '../../../../src/kit.ts';
import { assetsOf, type Reading } from '../assets.ts';
import { isInside } from '../aftermath.ts';
import type { ContextFile } from '../brought.ts';
import { mentionsIn, textsOf } from '../sources.ts';
import type { Subject } from '../types.ts';

/** What the sources of a .NET program tell of its run time. */
export interface DotnetSources {
  readonly code: ReadonlyMap<string, string>;
  readonly programs: readonly string[];
  /** It runs programs that the source does not name. */
  readonly unnamed: boolean;
  /** It looks time zones up by name. */
  readonly zones: boolean;
  /** It compiles pages or code when it runs. */
  readonly compiles: boolean;
  readonly mentions: (program: string) => Fact<boolean>;
}

const isTest = (path: string): boolean =>
  /(?:^|\/)(?:[^/]*\.?(?:Unit|Integration|Functional)?Tests?|bin|obj)\//i.test(path);

export function readDotnetSources(
  subject: Subject,
  files: readonly ContextFile[],
): DotnetSources | undefined {
  const code = textsOf(
    subject.context,
    files,
    (path) =>
      /\.(?:cs|fs|vb|cshtml|razor)$|(?:^|\/)appsettings[^/]*\.json$/.test(path) && !isTest(path),
  );
  if (![...code.keys()].some((path) => /\.(?:cs|fs|vb)$/.test(path))) return undefined;
  const all = [...code.values()].join('\n');
  return {
    code,
    ...executed(all),
    zones:
      /\bTimeZoneInfo\.(?:FindSystemTimeZoneById|GetSystemTimeZones|ConvertTimeBySystemTimeZoneId)|\bTZConvert\b/.test(
        all,
      ),
    compiles:
      /\b(?:AddRazorRuntimeCompilation|CSharpCompilation|CSharpScript|MSBuildLocator|CodeDomProvider)\b/.test(
        all,
      ),
    mentions: mentionsIn(code),
  };
}

function executed(text: string): { programs: string[]; unnamed: boolean } {
  const programs: string[] = [];
  let unnamed = false;
  for (const [, argument] of text.matchAll(
    /(?:\bProcess\.Start\(|\bnew ProcessStartInfo\(|\bFileName\s*=)\s*([^;,\n)]*)/g,
  )) {
    const literal = /^@?"([^"]+)"/.exec(argument!);
    if (literal) programs.push(literal[1]!);
    else if (!/^\s*(?:\)|\{|new\b|$)/.test(argument!)) unnamed = true;
  }
  return { programs: [...new Set(programs)].filter((name) => !name.endsWith('.exe')), unnamed };
}

/** Sources, project files and what only the build reads, by path in the context. */
export const isDotnetSource = (path: string): boolean =>
  isTest(path) ||
  /(?:^|\/)(?:Properties\/launchSettings\.json|global\.json|[Nn]u[Gg]et\.[Cc]onfig|packages\.(?:lock\.json|config)|Directory\.[\w.]+|\.config\/dotnet-tools\.json)$|\.(?:cs|fs|vb|fsi|fsx|csproj|fsproj|vbproj|sln|slnx|props|targets|resx|razor|user|ruleset|md|dcproj)$/.test(
    path,
  );

/**
 * What the host and the server read in the content root, which is the working directory:
 * https://learn.microsoft.com/aspnet/core/fundamentals/#content-root; and what people put there.
 * Read 2026-11-25.
 */
const CONVENTION =
  /^(?:wwwroot\/.*|(?:appsettings|hosting|ocelot|nlog|log4net|serilog|yarp)[^/]*\.(?:json|config|xml)|[^/]*\.(?:pfx|pem|crt|key|db|sqlite|sqlite3)|\.env|(?:certs?|data|Data|config)\/[^/]+\.(?!cs$|fs$)\w+)$/i;

/** Files of the image, beside what is published, that the program may read. */
export function dotnetAssets(
  subject: Subject,
  files: readonly ContextFile[],
  { code, compiles }: DotnetSources,
): ContextFile[] {
  const reading: Reading = {
    isSource: (source) => isDotnetSource(source) || (!compiles && source.endsWith('.cshtml')),
    isForeign: isTest,
    servesAll:
      /GetCurrentDirectory\(\)|ContentRootPath|new DirectoryInfo\("\."\)|GetFiles\("\.\/?"/,
  };
  const workdir = valueOf(subject.workdir);
  const found = new Set(assetsOf(subject, files, code, reading));
  for (const file of files) {
    if (workdir === undefined || isDotnetSource(file.source)) continue;
    const inside = file.path.slice(workdir === '/' ? 1 : workdir.length + 1);
    if (isInside(file.path, workdir) && CONVENTION.test(inside)) found.add(file);
  }
  return files.filter((file) => found.has(file));
}
