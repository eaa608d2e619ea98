import { valueOf, type Context, type Instruction, type Stage } from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { pathFrom, stepsOf } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';
import { memo } from '../memo.ts';
import { stagesWith, type Use } from './reaches.ts';

/** A step that makes a directory again. */
interface Maker {
  /** Does the step, whose words follow the program, do it? */
  readonly does: (step: Step) => boolean;
  /** What one step in a directory above makes in all directories below: its marker there. */
  readonly spreads?: (
    names: readonly string[],
    read: (name: string) => string | undefined,
  ) => boolean;
  /** What stands there before does not count: it must run behind the COPY. */
  readonly behind?: true;
}

const words = (step: Step): string => step.args.join(' ');

/** `npm ci`, `yarn`, `pnpm install`, `bun install`, without names of packages. */
function installsNode({ program, args }: Step): boolean {
  const plain = args.filter(
    (arg, i) =>
      !arg.startsWith('-') &&
      !/^--?(?:prefix|cwd|C|dir|loglevel|registry|cache|network-timeout|omit|only|include|reporter|filter|concurrency)$/.test(
        args[i - 1] ?? '',
      ),
  );
  if (args.some((arg) => /^(?:-g|--global|--lockfile-only|--package-lock-only)$/.test(arg)))
    return false;
  const [verb, ...more] = plain;
  if (more.length > 0) return false;
  if (program === 'yarn') return verb === undefined || verb === 'install';
  if (program === 'npm') return /^(?:ci|install|i|clean-install)$/.test(verb ?? '');
  return /^(?:pnpm|bun)$/.test(program) && /^(?:install|i)$/.test(verb ?? '');
}

const BUILD_SCRIPTS = /^(?:run (?:--?\S+ )*(?:build|generate|compile|dist|prod)|build|generate)\b/;

const isWorkspace = (
  names: readonly string[],
  read: (name: string) => string | undefined,
): boolean =>
  names.some((name) => /^(?:pnpm-workspace\.yaml|lerna\.json|rush\.json)$/.test(name)) ||
  /"workspaces"\s*:/.test(read('package.json') ?? '');

const runs = (programs: RegExp, what: RegExp) => (step: Step) =>
  programs.test(step.program) && what.test(words(step));

const MAKERS = {
  'node-install': { does: installsNode, spreads: isWorkspace },
  'node-build': {
    does: (step) =>
      runs(/^(?:npm|yarn|pnpm|bun)$/, BUILD_SCRIPTS)(step) ||
      runs(/^(?:ng|vite|next|nuxt|tsc|nest|webpack|react-scripts)$/, /^(?:build\b.*|-.*)?$/)(step),
    spreads: isWorkspace,
    behind: true,
  },
  venv: {
    does: (step) =>
      runs(/^python[\d.]*$/, /-m (?:venv|virtualenv) /)(step) ||
      runs(/^virtualenv$/, /./)(step) ||
      runs(/^uv$/, /^(?:sync|venv|run)\b/)(step) ||
      runs(/^(?:poetry|pipenv|pdm)$/, /^(?:install|sync)\b/)(step),
  },
  composer: {
    does: (step) =>
      runs(/^composer(?:\.phar)?$/, /(?:^| )(?:install|update|i)\b/)(step) ||
      runs(/^php\d*$/, /composer(?:\.phar)? (?:.* )?(?:install|update)\b/)(step),
  },
  'mix-deps': { does: runs(/^mix$/, /^(?:do )?.*deps\.get/) },
  mix: { does: runs(/^mix$/, /^(?:do )?.*(?:compile|release)/), behind: true },
  maven: {
    does: runs(
      /^mvnw?$/,
      /(?:^| )(?:compile|package|install|verify|deploy|[\w-]+:(?:run|repackage))\b/,
    ),
    spreads: (_names, read) => (read('pom.xml') ?? '').includes('<module>'),
    behind: true,
  },
  gradle: {
    does: runs(
      /^gradlew?$/,
      /(?:^| )(?:\S*:)?(?:build|assemble|jar|bootJar|shadowJar|installDist|distTar|distZip|war|bootWar|quarkusBuild|buildFatJar)\b/i,
    ),
    spreads: (names) => names.some((name) => /^settings\.gradle(?:\.kts)?$/.test(name)),
    behind: true,
  },
  sbt: { does: runs(/^sbt$/, /compile|assembly|stage|package|dist/), behind: true },
  cargo: {
    does: runs(/^cargo$/, /^(?:\+\S+ )?(?:build|b|rustc|run|install .*--path|chef cook)\b/),
    spreads: (_names, read) => /^\s*\[workspace\]/m.test(read('Cargo.toml') ?? ''),
    behind: true,
  },
  dotnet: {
    does: runs(/^dotnet$/, /^(?:build|publish|restore|run|pack)\b/),
    spreads: () => true,
    behind: true,
  },
  stack: { does: runs(/^stack$/, /(?:^| )(?:build|install)\b/), behind: true },
  dart: { does: runs(/^(?:dart|flutter|pub)$/, /(?:pub )?get\b|build\b/), behind: true },
  swift: { does: runs(/^swift$/, /^build\b/), behind: true },
} satisfies Record<string, Maker>;

export type MakerId = keyof typeof MAKERS;

/** What builds of Node write into by default, from the documentation of each, read 2026-11-26. */
const DEFAULT_OUTPUT: Readonly<Record<string, RegExp>> = {
  dist: /\b(?:vite|webpack|parcel|tsup|tsdown|unbuild|nest|ng|astro|vue-cli-service|quasar) ?/,
  build: /\b(?:react-scripts|remix|docusaurus|preact)\b/,
};

const SETTINGS =
  /^(?:package|tsconfig[\w.-]*|angular|nest-cli|lerna|nx|project)\.json$|\.config\.\w+$/;

/**
 * Does a build of Node write into it? `dist` and `build` are names like others: the settings beside
 * it have to name it, or a tool whose default it is.
 */
export function makesOutput(
  { name, made }: { readonly name: string; readonly made?: MakerId },
  { parent }: { readonly parent: string },
  context: Context,
): boolean {
  const tool = DEFAULT_OUTPUT[name];
  if (made !== 'node-build' || !tool) return true;
  const word = new RegExp(`(?<![\\w-])${name}(?=["'\`/\\s])`);
  return (valueOf(context.list(parent)) ?? []).some((file) => {
    if (!SETTINGS.test(file)) return false;
    const text = valueOf(context.readText(parent === '' ? file : `${parent}/${file}`)) ?? '';
    if (file !== 'package.json') return word.test(text);
    // The name of a script is none of a directory.
    const plain = text.replace(/"build"\s*:|run build\b/g, '');
    return word.test(plain) || tool.test(/"build[\w:-]*"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? '');
  });
}

const steps = memo((stage: Stage): readonly Step[] => stepsOf(stage).steps);

/** The instruction that makes what a use brings along again, in the image. */
export function makerOf(
  id: MakerId,
  use: Use & { kind: 'along' },
  path: string,
  context: Context,
): Instruction | undefined {
  const { instruction, source } = use.reach;
  if (use.target === undefined || !instruction.stage) return undefined;
  return madeIn(id, instruction.stage, use.target, 3, { instruction, source, path, context });
}

interface From {
  readonly instruction: Instruction;
  readonly source: string;
  readonly path: string;
  readonly context: Context;
}

function madeIn(
  id: MakerId,
  stage: Stage,
  target: string,
  depth: number,
  from: From,
): Instruction | undefined {
  const maker: Maker = MAKERS[id];
  const parent = normal(target.slice(0, target.lastIndexOf('/')));
  for (const one of stagesWith(stage)) {
    const step = steps(one).find(
      (candidate) =>
        maker.does(candidate) &&
        (maker.behind !== true || candidate.run.index >= from.instruction.index) &&
        covers(maker, id, candidate, parent, target, from),
    );
    if (step) return step.run;
    const copy = depth > 0 && copiedOver(id, one, target, depth, from);
    if (copy) return copy;
  }
  return undefined;
}

/** Does the step, in its directory, make what lies in `parent`? */
function covers(
  maker: Maker,
  id: MakerId,
  step: Step,
  parent: string,
  target: string,
  from: From,
): boolean {
  const directory = workingDirectory(step);
  if (directory === undefined) return false;
  if (id === 'venv')
    return directory === parent || pathFrom(step.directory, step.args.at(-1)) === target;
  if (directory === parent) return true;
  const prefix = directory === '/' ? '/' : `${directory}/`;
  if (!maker.spreads || !parent.startsWith(prefix)) return false;
  // The directory of the context from which it spreads.
  const up = parent.slice(prefix.length).split('/').length;
  const names = from.path.split('/').slice(0, -1);
  if (names.length < up) return false;
  const origin = names.slice(0, names.length - up).join('/');
  const inside = (name: string): string => (origin === '' ? name : `${origin}/${name}`);
  return maker.spreads(valueOf(from.context.list(origin)) ?? [], (name) =>
    valueOf(from.context.readText(inside(name))),
  );
}

/** `npm --prefix DIR`, `yarn --cwd DIR`, `mvn -f DIR/pom.xml`, `gradle -p DIR`, `composer -d DIR`. */
function workingDirectory({ program, args, directory }: Step): string | undefined {
  const option = args.findIndex((arg) =>
    /^(?:--prefix|--cwd|-C|--dir|-f|--file|-p|--project-dir|-d|--working-dir|--manifest-path)(?:=|$)/.test(
      arg,
    ),
  );
  if (
    option < 0 ||
    (/^(?:dotnet|cargo|python[\d.]*)$/.test(program) && !args[option]!.startsWith('--manifest'))
  )
    return directory;
  const equals = args[option]!.indexOf('=');
  const value = equals < 0 ? args[option + 1] : args[option]!.slice(equals + 1);
  const path = pathFrom(directory, value);
  return path?.replace(/\/(?:pom\.xml|Cargo\.toml)$/, '');
}

/** A COPY from another stage, which made it there, puts it over what was brought along. */
function copiedOver(
  id: MakerId,
  stage: Stage,
  target: string,
  depth: number,
  from: From,
): Instruction | undefined {
  for (const copy of stage.instructions) {
    const name = copy.keyword === 'COPY' ? copy.flag('from')?.value : undefined;
    const origin =
      name === undefined
        ? undefined
        : stage.document.stages.find(
            (other) =>
              other.index < stage.index &&
              (other.name === name.toLowerCase() || String(other.index) === name),
          );
    if (!origin || copy.words.length !== 2) continue;
    const [source, destination] = copy.words.map(({ text }) => valueOf(copy.expand(text)));
    const into = pathFrom(copy.state && valueOf(copy.state.workdir), destination);
    const root = pathFrom('/', source);
    if (into === undefined || root === undefined) continue;
    if (target !== into && !target.startsWith(into === '/' ? '/' : `${into}/`)) continue;
    const there = normal(`${root}/${target.slice(into === '/' ? 1 : into.length + 1)}`);
    const earlier = { ...from, instruction: origin.from };
    if (madeIn(id, origin, there, depth - 1, earlier)) return copy;
  }
  return undefined;
}

/** Does an install that leaves out development packages come before a step that may need them? */
export function lacksDevelopment(install: Instruction): Instruction | undefined {
  const stage = install.stage;
  if (!stage || !/--production|--prod\b|--omit[= ]dev|--only[= ]prod|-P\b/.test(install.args.text))
    return undefined;
  return stagesWith(stage)
    .flatMap((one) => steps(one))
    .find(
      ({ program, args, run }) =>
        run.index >= install.index &&
        ((/^(?:npm|yarn|pnpm|bun)$/.test(program) && BUILD_SCRIPTS.test(args.join(' '))) ||
          /^(?:npx|tsc|ng|webpack|vite)$/.test(program)),
    )?.run;
}
