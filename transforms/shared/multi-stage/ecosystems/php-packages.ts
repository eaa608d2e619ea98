import { commandText, tokensOf, valueOf } from '../../../../src/kit.ts';
import type { ContextFile } from '../brought.ts';
import type { RunRewrite, Step, Subject } from '../types.ts';
import {
  devPackages,
  installScripts,
  parseManifest,
  requiredOf,
  type DevPackage,
} from './composer.ts';
import { finalValue } from './bundler.ts';
import { composerCall, composerVerb } from './php-steps.ts';

/** The installation of packages that brings those for development too, and what is known of these. */
export interface DevelopmentInstall {
  readonly step: Step;
  /** Undefined where composer.json is not known. */
  readonly packages: readonly DevPackage[] | undefined;
  /** Why they may be needed: a script of the installation, or a package that the code uses. */
  readonly script?: string;
  readonly used?: string;
  /** Packages of which it is not known what code that uses them says. */
  readonly unknown: readonly string[];
  /** The same command with `--no-dev`. */
  readonly rewrite: RunRewrite | undefined;
}

/**
 * `--no-dev` for the installation of the packages, where they are installed once, and nothing that
 * runs behind it or in the container uses one that is for development.
 */
export function withoutDevelopment(
  subject: Subject,
  files: readonly ContextFile[] | undefined,
  code: ReadonlyMap<string, string>,
): RunRewrite | undefined {
  const install = developmentInstall(subject, files, code);
  if (!install?.packages || install.packages.length === 0) return undefined;
  const { script, used, unknown, rewrite } = install;
  return script === undefined && used === undefined && unknown.length === 0 ? rewrite : undefined;
}

/** Undefined where packages are not installed once, or not with those for development. */
export function developmentInstall(
  subject: Subject,
  files: readonly ContextFile[] | undefined,
  code: ReadonlyMap<string, string>,
): DevelopmentInstall | undefined {
  const step = onlyInstall(subject);
  if (!step) return undefined;
  const { directory } = composerVerb(step)!;
  const read = (name: string): string | undefined => {
    const file = files?.findLast(({ path }) => path === `${directory ?? ''}/${name}`);
    return file && valueOf(subject.context.readText(file.source));
  };
  const manifest = parseManifest(read('composer.json'));
  if (!manifest) return { step, packages: undefined, unknown: [], rewrite: undefined };
  const packages = devPackages(manifest, parseManifest(read('composer.lock')));
  const script = installScripts(manifest).find((one) => !HARMLESS.test(one));
  const texts = [...code.values()];
  const used = packages.find(({ marks = [] }) =>
    marks.some((mark) => texts.some((text) => mark.test(text))),
  );
  return {
    step,
    packages,
    ...(script === undefined ? {} : { script }),
    ...(used ? { used: used.name } : {}),
    unknown: packages.filter(({ marks }) => marks === undefined).map(({ name }) => name),
    rewrite: rewritten(step),
  };
}

/** Commands behind an installation that run code of the application and its framework only. */
const HARMLESS =
  /^@php artisan (?:package:discover|vendor:publish|optimize)\b|^Illuminate\\|^@php -r /;

/** The installation, if it is the only call of Composer that brings packages. */
function onlyInstall(subject: Subject): Step | undefined {
  if (finalValue(subject, 'COMPOSER_NO_DEV') !== undefined) return undefined;
  const calls = subject.steps.flatMap((step) => {
    const call = composerVerb(step);
    return call ? [{ step, verb: call.verb }] : [];
  });
  const [install, ...others] = calls.filter(
    ({ verb }) => !/^(?:self-?update|clear-?cache|config|validate|global|--version|)$/.test(verb),
  );
  if (install?.verb !== 'install' || others.some(({ verb }) => !/^dump-?autoload$/.test(verb)))
    return undefined;
  const { step } = install;
  if (
    !step.certain ||
    !step.command ||
    composerCall(step)!.some((arg) => /^--(?:no-)?dev$/.test(arg))
  )
    return undefined;
  const behind = subject.steps.slice(subject.steps.indexOf(step) + 1);
  const runsTools = behind.some(
    ({ words, program }) =>
      words[0]?.includes('vendor/bin/') === true ||
      /^(?:phpunit|phpstan|psalm)$/.test(program) ||
      words.some((word) => /^(?:vendor\/bin\/|test$)/.test(word ?? '')),
  );
  return runsTools ? undefined : step;
}

function rewritten({ run, script, command }: Step): RunRewrite | undefined {
  const verb = command?.words.find(({ value }) => value === 'install');
  if (!script || !command || !verb) return undefined;
  const at = run.run.source.toDocEnd(verb.end);
  const tokens = tokensOf(script.body, (one) => {
    if (one !== command) return commandText(one);
    const words = one.words.flatMap((word) =>
      word === verb ? [word.text, '--no-dev'] : [word.text],
    );
    return commandText(one, words);
  });
  return { run, tokens, edits: [{ start: at, end: at, text: ' --no-dev' }] };
}

/** Packages that start programs which builds use too, by their names; there may be more. */
const CALLERS: readonly (readonly [RegExp, string])[] = [
  [/browsershot|puphpeteer|server-side-rendering|mjml|panther|rialto/, 'node npm'],
  [/^composer\/composer$|(?:^|[/-])git(?:[/-]|lib|$)|^cz\w+\/git-php$/, 'git unzip'],
];

/** Programs that packages are known to start, of a manifest in the context. */
export function packagePrograms(
  { steps, context, doc }: Subject,
  files: readonly ContextFile[] | undefined,
): { readonly called: ReadonlySet<string>; readonly allKnown: boolean } {
  const called = new Set<string>();
  if (doc.text.includes('start-ssr')) called.add('node');
  const manifests = (files ?? []).filter(({ source }) => /(?:^|\/)composer\.json$/.test(source));
  const names = manifests.flatMap(({ source }) =>
    requiredOf(parseManifest(valueOf(context.readText(source))) ?? {}),
  );
  for (const name of names) {
    const programs = CALLERS.find(([pattern]) => pattern.test(name))?.[1] ?? '';
    for (const program of programs.split(' ').filter(Boolean)) called.add(program);
  }
  const hasPackages = names.length > 0 || steps.some((step) => composerCall(step));
  return { called, allKnown: !hasPackages };
}
