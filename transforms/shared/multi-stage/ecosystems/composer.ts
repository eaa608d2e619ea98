/** What composer.json and composer.lock tell of the packages that only development needs. */
export interface DevPackage {
  readonly name: string;
  /** What code that uses it would say; undefined: not known. */
  readonly marks: readonly RegExp[] | undefined;
}

/** Parsed JSON, of which nothing is certain. */
type Json = Readonly<Record<string, unknown>>;

export function parseManifest(text: string | undefined): Json | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keysOf = (value: unknown): string[] => (isObject(value) ? Object.keys(value) : []);

/** Packages that the application needs, without PHP itself and its extensions. */
export const requiredOf = (manifest: Json): string[] =>
  keysOf(manifest['require']).filter((name) => name.includes('/'));

/** Packages for development, with what would show that an application uses them. */
export function devPackages(manifest: Json, lock: Json | undefined): readonly DevPackage[] {
  const names = keysOf(manifest['require-dev']).filter((name) => name.includes('/'));
  const locked = lock?.['packages-dev'];
  if (!Array.isArray(locked)) {
    return names.map((name) => ({ name, marks: marksOf(name) }));
  }
  return locked.filter(isObject).map((entry) => {
    const name = String(entry['name']);
    return { name, marks: marksOf(name) ?? marksOfAutoload(entry['autoload']) };
  });
}

/**
 * Tools of tests and analysis: they are used by their own programs, or show in code by these words.
 * Widely used ones, by their own documentation; they were not looked up one by one.
 */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [
    /^phpunit\/|^sebastian\/|^phar-io\/|^theseer\/tokenizer$|^nikic\/php-parser$|^myclabs\/deep-copy$/,
    'PHPUnit SebastianBergmann PhpParser DeepCopy',
  ],
  [/^mockery\/mockery$|^hamcrest\/hamcrest-php$/, 'Mockery Hamcrest'],
  [/^(?:fakerphp|fzaninotto)\/faker$/, 'Faker fake()'],
  [
    /^(?:squizlabs\/php_codesniffer|slevomat\/coding-standard|doctrine\/coding-standard|dealerdirect\/.*)$/,
    'PHP_CodeSniffer',
  ],
  [/^phpstan\/|^nunomaduro\/larastan$|^larastan\/|^phpat\/phpat$/, 'PHPStan Larastan'],
  [/^vimeo\/psalm$|^psalm\//, 'Psalm'],
  [/^friendsofphp\/php-cs-fixer$/, 'PhpCsFixer'],
  [/^laravel\/(?:pint|sail|dusk|pail)$/, 'Laravel\\Sail Laravel\\Dusk Laravel\\Pail'],
  [/^nunomaduro\/collision$/, 'NunoMaduro\\Collision'],
  [/^(?:spatie\/laravel-ignition|facade\/ignition|spatie\/ignition)$/, 'Ignition'],
  [/^filp\/whoops$/, 'Whoops'],
  [/^pestphp\/|^brianium\/paratest$|^codeception\/|^behat\//, 'Pest Codeception Behat'],
  [
    /^rector\/rector$|^phpmd\/phpmd$|^infection\/infection$|^php-parallel-lint\//,
    'Rector Infection PHPMD',
  ],
  [/^roave\/security-advisories$/, 'Roave'],
];

function marksOf(name: string): readonly RegExp[] | undefined {
  const words = KNOWN.find(([pattern]) => pattern.test(name))?.[1];
  return words?.split(' ').map(markOf);
}

const markOf = (word: string): RegExp =>
  word.endsWith('()')
    ? new RegExp(`(?<![\\w>:$])${word.slice(0, -2)}\\(`)
    : new RegExp(`(?<![\\w\\\\])\\\\?${word.replaceAll('\\', '\\\\{1,2}')}\\b`);

/** The namespaces that a package of the lock declares; files with functions tell nothing. */
function marksOfAutoload(autoload: unknown): readonly RegExp[] | undefined {
  if (!isObject(autoload) || keysOf(autoload).some((key) => !/^psr-[04]$/.test(key)))
    return undefined;
  const names = [...keysOf(autoload['psr-4']), ...keysOf(autoload['psr-0'])].map((name) =>
    name.replace(/\\+$/, ''),
  );
  return names.length === 0 || names.includes('') ? undefined : names.map(markOf);
}

/** Commands that Composer runs behind an installation. https://getcomposer.org/doc/articles/scripts.md, read 2026-11-25. */
export function installScripts(manifest: Json): string[] {
  const scripts = manifest['scripts'];
  if (!isObject(scripts)) return [];
  return Object.entries(scripts)
    .filter(([name]) =>
      /^(?:pre|post)-(?:install-cmd|autoload-dump|package-\w+|update-cmd)$/.test(name),
    )
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]).map(String));
}
