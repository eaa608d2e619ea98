import { known, valueOf, type Fact } from '../../../../src/kit.ts';
import { assetsOf, type Reading } from '../assets.ts';
import { isInside } from '../aftermath.ts';
import type { ContextFile } from '../brought.ts';
import { mentionsIn, textsOf } from '../sources.ts';
import type { Subject } from '../types.ts';

/** What the sources of a program for the JVM tell of its run time. */
export interface JvmSources {
  readonly code: ReadonlyMap<string, string>;
  /** Programs that it runs by name. */
  readonly programs: readonly string[];
  /** It runs programs that the source does not name. */
  readonly unnamed: boolean;
  /** Why it needs a JDK. */
  readonly jdk: string | undefined;
  /** It asks for JAVA_HOME, or for the home of its user. */
  readonly asks: { readonly javaHome: boolean; readonly userHome: boolean };
  /** It depends on the country of the default locale. */
  readonly locale: string | undefined;
  readonly mentions: (program: string) => Fact<boolean>;
}

const isCode = (path: string): boolean =>
  /\.(?:java|kt|kts|groovy|scala|clj|cljc|properties|ya?ml|xml|conf|edn)$/.test(path) &&
  !isForeign(path) &&
  !isManifest(path);

/** Part of no program that ships. Below `src/main` a folder is a package, whatever its name. */
const isForeign = (path: string): boolean =>
  /(?:^|\/)(?:src\/(?:test|it|integrationTest|testFixtures|androidTest|jmh)|buildSrc|node_modules|target|build|project|\.mvn|\.gradle|gradle)\//.test(
    path.replace(/(^|\/)src\/(?!test|it\/|integrationTest|androidTest|jmh).*$/, '$1src'),
  );

const isManifest = (path: string): boolean =>
  /(?:^|\/)(?:pom\.xml|build\.(?:gradle|sbt|xml|sc|mill)|.*\.gradle(?:\.kts)?|gradle\.properties|settings\.gradle.*|project\.clj|.*\.iml|lombok\.config|gradlew|mvnw)(?:\.cmd|\.bat)?$/.test(
    path,
  );

/** Undefined where there are none. */
export function readSources(
  subject: Subject,
  files: Fact<readonly ContextFile[]>,
): JvmSources | undefined {
  if (!files.known) return undefined;
  const code = textsOf(subject.context, files.value, isCode);
  const isSourceCode = ([path]: readonly [string, string]): boolean =>
    /\.(?:java|kt|groovy|scala|clj)$/.test(path);
  const own = [...code].filter(isSourceCode);
  if (own.length === 0) return undefined;
  const find = (pattern: RegExp): string | undefined => {
    const hit = own.find(([, text]) => pattern.test(text));
    return hit && `${hit[0]} uses ${pattern.exec(hit[1])![0]}`;
  };
  return {
    code,
    ...executed(own.map(([, text]) => text)),
    jdk: find(JDK_ONLY),
    asks: {
      javaHome: find(/"JAVA_HOME"/) !== undefined,
      userHome: find(/"user\.(?:home|name)"|getenv\("HOME"\)/) !== undefined,
    },
    locale: find(COUNTRY),
    mentions: (program) =>
      JDK_PROGRAMS.has(program) ? known(false) : mentionsIn(literals(code))(program),
  };
}

/** Modules that no JRE has: https://openjdk.org/jeps/261, read 2026-11-25. */
const JDK_ONLY =
  /\b(?:javax\.tools\.(?:ToolProvider|JavaCompiler)|com\.sun\.(?:tools|source|jdi)\.|VirtualMachine\.attach|jdk\.jshell|java\.util\.spi\.ToolProvider|sun\.jvmstat)\b/;

/** https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Currency.html: needs a country. */
const COUNTRY =
  /\b(?:Locale\.getDefault\(\)|getCurrencyInstance\(\)|Currency\.getInstance\(Locale|WeekFields\.of\(Locale)/;

/** Words of every source; as programs they are in `runs`. */
const JDK_PROGRAMS = new Set('java javac jar keytool mvn gradle kotlinc sbt ant'.split(' '));

/** String literals alone: words of code are no programs. */
const literals = (code: ReadonlyMap<string, string>): Map<string, string> =>
  new Map(
    [...code].map(([path, text]) => [
      path,
      /\.(?:java|kt|groovy|scala|clj)$/.test(path)
        ? (text.match(/"(?:[^"\\\n]|\\.)*"/g) ?? []).join('\n')
        : text,
    ]),
  );

function executed(texts: readonly string[]): { programs: string[]; unnamed: boolean } {
  const programs: string[] = [];
  let unnamed = false;
  for (const text of texts) {
    if (/\bimport\s+(?:scala\.)?sys\.process\b|clojure\.java\.shell/.test(text)) unnamed = true;
    for (const [, rest] of text.matchAll(
      /(?:\bgetRuntime\(\)\s*\.exec|\b[rR]untime\.exec|\bProcessBuilder)\s*\(([^;]{0,200})/g,
    )) {
      const literal =
        /^\s*(?:(?:java\.util\.)?(?:List|Arrays)\.(?:of|asList)\(|listOf\(|arrayOf\(|new String\[\]\s*\{)?\s*"([^"]+)"/.exec(
          rest!,
        );
      if (literal) programs.push(literal[1]!.trim().split(/\s+/)[0]!);
      else unnamed = true;
    }
  }
  return { programs: [...new Set(programs)], unnamed };
}

/** Sources, manifests and what only the build reads, by path in the context. */
export function isJvmSource(path: string): boolean {
  return (
    isForeign(path) ||
    isManifest(path) ||
    /(?:^|\/)src\/\w+\/|(?:^|\/)(?:\.settings|\.project|\.classpath|bin\/main|config\/(?:checkstyle|pmd|spotbugs|detekt))(?:\/|$)|\.(?:java|kt|kts|scala|groovy|clj|class|md|adoc|iml|toml|lock|gradle)$/.test(
      path,
    )
  );
}

/**
 * Configuration that frameworks look for in the working directory, and what people put beside a
 * program for it: https://docs.spring.io/spring-boot/reference/features/external-config.html,
 * https://quarkus.io/guides/config-reference, https://vertx.io/docs/vertx-config/java/ (conf/),
 * https://jooby.io/#configuration (conf/, public/), read 2026-11-25.
 */
const CONVENTION =
  /^(?:(?:config|conf|public|static|web|www|webapp|templates|views|data|assets|certs?|keys|lib|libs)\/.*|(?:application|bootstrap|logback|log4j2?|hazelcast|ehcache|vertx|config)[^/]*\.(?:ya?ml|properties|xml|json|conf|toml)|\.env|[^/]*\.(?:jks|p12|pfx|pem|keystore|truststore|crt|cer|key|db|sqlite))$/;

/** Files of the image, beside what the build makes, that the program may read. */
export function jvmAssets(
  subject: Subject,
  files: readonly ContextFile[],
  { code }: JvmSources,
  words: readonly string[],
): ContextFile[] {
  const text = [...code.values(), ...words].join('\n');
  const named = [...text.matchAll(/["'`=\s](?:\.?\/)?((?:[\w.-]+\/)*src\/[\w./-]+)/g)].map(
    ([, path]) => path!,
  );
  const isRead = (source: string): boolean =>
    named.some((path) => isInside(source, path.replace(/\/$/, '')));
  const reading: Reading = {
    isSource: (source) => isJvmSource(source) && !isRead(source),
    isForeign,
    servesAll:
      /(?:\bFile|Paths?\.get|Path\.of)\(\s*"\.?\/?"\s*\)|user\.dir|getAbsolutePath\(\)\s*\+\s*"/,
  };
  const workdir = valueOf(subject.workdir);
  const found = new Set(assetsOf(subject, files, code, reading));
  for (const file of files) {
    if (workdir === undefined || isJvmSource(file.source)) continue;
    const inside = workdir === '/' ? file.path.slice(1) : file.path.slice(workdir.length + 1);
    if (isInside(file.path, workdir) && CONVENTION.test(inside)) found.add(file);
  }
  return files.filter((file) => found.has(file));
}
