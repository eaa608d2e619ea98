import { valueOf } from '../../../../src/kit.ts';
import { isInside } from '../aftermath.ts';
import type { ContextFile } from '../brought.ts';
import { effectsOf } from '../effects.ts';
import { pathFrom } from '../steps.ts';
import type { NoPlan, Step, Subject } from '../types.ts';

/** What a step does to a PHP application. */
export interface PhpDeed {
  readonly step: Step;
  readonly kind:
    /** Builds or enables extensions. */
    | 'extension'
    /** Makes files in the directory where it runs. */
    | 'application'
    /** Configures Apache. */
    | 'apache'
    /** Brings or asks a tool of the build. */
    | 'tool';
}

/** `composer install`, `php composer.phar install`: the words behind the program. */
export function composerCall({ program, args }: Step): readonly string[] | undefined {
  if (/^composer(?:\.phar)?$/.test(program)) return args;
  if (program !== 'php') return undefined;
  const at = args.findIndex((arg) => !arg.startsWith('-') && !/^\w+=/.test(arg));
  return /(?:^|\/)composer(?:\.phar)?$/.test(args[at] ?? '') ? args.slice(at + 1) : undefined;
}

/** The command of Composer and the directory in which it works. */
export function composerVerb(
  step: Step,
): { verb: string; directory: string | undefined } | undefined {
  const args = composerCall(step);
  if (!args) return undefined;
  const verb =
    args.find(
      (arg, i) => !arg.startsWith('-') && !/^(?:-d|--working-dir)$/.test(args[i - 1] ?? ''),
    ) ?? '';
  const at = args.findIndex((arg) => /^(?:-d|--working-dir)(?:=|$)/.test(arg));
  if (at < 0) return { verb, directory: step.directory };
  const given = args[at]!.includes('=') ? args[at]!.replace(/^.*?=/, '') : args[at + 1];
  return { verb, directory: pathFrom(step.directory, given) };
}

export function phpDeeds(
  subject: Subject,
  files: readonly ContextFile[] | undefined,
): readonly PhpDeed[] | NoPlan {
  const deeds: PhpDeed[] = [];
  const sources = new Set(
    subject.steps.filter(({ program }) => program === 'phpize').map(({ directory }) => directory),
  );
  for (const step of subject.steps) {
    if (step.program === 'install-php-extensions') {
      return {
        reason: 'unaccounted',
        detail: `install-php-extensions installs packages that the file does not name (line ${step.run.given.line})`,
      };
    }
    const kind = isExtensionStep(step, sources) ? 'extension' : kindOf(subject, step, files);
    if (kind) deeds.push({ step, kind });
  }
  return deeds;
}

/** The scripts of https://github.com/docker-library/php, read 2026-11-25, and what they build from. */
function isExtensionStep(step: Step, sources: ReadonlySet<string | undefined>): boolean {
  const { program, directory } = step;
  if (/^(?:docker-php-(?:ext-\w+|source)|pecl|pear|phpize|pickle)$/.test(program)) return true;
  if (/^(?:configure|make)$/.test(program)) return sources.has(directory);
  if (!/^(?:git|curl|wget|tar|unzip|mkdir|mv|cp)$/.test(program)) return false;
  const paths = effectsOf(step).flatMap((effect) =>
    effect.kind === 'makes' || effect.kind === 'directories' ? effect.paths : [],
  );
  const isSource = (path: string): boolean =>
    path.startsWith('/usr/src/php/') ||
    [...sources].some((one) => one !== undefined && one !== '/' && isInside(one, path));
  return paths.length > 0 && paths.every(isSource);
}

function kindOf(
  subject: Subject,
  step: Step,
  files: readonly ContextFile[] | undefined,
): PhpDeed['kind'] | undefined {
  const composer = composerVerb(step);
  if (composer) return composerKind(step, composer.verb);
  const { program, args } = step;
  if (/^a2(?:en|dis)(?:mod|site|conf)$/.test(program)) return 'apache';
  if (/^(?:apache2ctl|apachectl|apache2)$/.test(program)) return 'tool';
  if (program === 'service' && args[0] === 'apache2') return 'tool';
  if (isComposerFile(step)) return 'tool';
  if (program === 'php') return phpKind(subject, step, files);
  const path = step.words[0] ?? '';
  if (
    /(?:^|\/)vendor\/bin\/|^(?:\.\/)?bin\/(?:console|cake|magento|hyperf\.php)$|(?:^|\/)(?:artisan|yii|spark)$/.test(
      path,
    )
  )
    return 'application';
  return /^(?:phpunit|phpstan|phpcs|php-cs-fixer|psalm)$/.test(program) ? 'application' : undefined;
}

function composerKind({ args }: Step, verb: string): PhpDeed['kind'] | undefined {
  if (verb !== 'global')
    return /^(?:self-update|selfupdate|clear-?cache|config|about|diagnose)$/.test(verb)
      ? 'tool'
      : 'application';
  const names = args.filter((arg) => arg.includes('/'));
  // It makes downloads parallel in Composer 1, and nothing else.
  return names.every((name) => /^(?:hirak\/prestissimo|symfony\/flex)\b/.test(name))
    ? 'tool'
    : undefined;
}

/** Brings, moves or checks Composer itself, by the names that people give its files. */
function isComposerFile(step: Step): boolean {
  const isIt = (path: string): boolean =>
    /(?:^|\/)(?:composer(?:-setup|-installer)?(?:\.phar|\.php)?|installer(?:\.sig)?)$/.test(path);
  const paths = effectsOf(step).flatMap((effect) =>
    effect.kind === 'makes' || effect.kind === 'removes' || effect.kind === 'mode'
      ? effect.paths
      : [],
  );
  return paths.length > 0 && paths.every(isIt);
}

const WRITES =
  /\b(?:file_put_contents|fopen|fwrite|mkdir|touch|copy|rename|symlink|link|unlink|tempnam|chmod|move_uploaded_file|PDO|SQLite3|exec|shell_exec|passthru|system|popen|proc_open|ZipArchive|PharData|require|include|require_once|include_once)\b|`/;

function phpKind(
  subject: Subject,
  step: Step,
  files: readonly ContextFile[] | undefined,
): PhpDeed['kind'] | undefined {
  const { args } = step;
  const code = args[args.indexOf('-r') + 1];
  if (args.includes('-r'))
    return /getcomposer|composer-setup|composer\.github/.test(code ?? '') ? 'tool' : undefined;
  if (args.some((arg) => /^(?:-v|-m|-i|-l|--ri|--rf|--ini|--version|--info|--modules)$/.test(arg)))
    return 'tool';
  if (
    args.some((arg) => /^--(?:install-dir|filename)(?:=|$)/.test(arg)) ||
    args.length === 0 ||
    args[0] === '--'
  )
    return 'tool';
  const script = args.find((arg, i) => !arg.startsWith('-') && args[i - 1] !== '-d') ?? '';
  if (/(?:^|\/)composer-(?:setup|installer)\.php$|(?:^|\/)installer$/.test(script)) return 'tool';
  if (
    /^(?:\.\/)?(?:artisan|bin\/console|yii|think|spark|bin\/cake(?:\.php)?|bin\/hyperf\.php|bin\/magento|please|craft)$|(?:^|\/)(?:artisan|vendor\/bin\/\S+)$/.test(
      script,
    )
  )
    return 'application';
  const path = pathFrom(step.directory, script);
  const file = files?.findLast((one) => one.path === path);
  const text = file && valueOf(subject.context.readText(file.source));
  return text === undefined || WRITES.test(text) ? undefined : 'tool';
}
