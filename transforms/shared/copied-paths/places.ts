import { valueOf, type Context, type Instruction, type Stage } from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { isInside } from '../multi-stage/aftermath.ts';
import { broughtBy, type Brought } from '../multi-stage/brought.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import { pathFrom, stepsOf } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';

/** What Linux images have at their root, and those of languages besides. */
const ROOTS = new Set(
  (
    'app bin boot builds dev docker-entrypoint.d entrypoint etc go home lib lib32 lib64 libx32 media ' +
    'mnt nix node opt packages proc project root run sbin snap src srv sys tmp usr uv uvx var vendor ' +
    'workspace workspaces work'
  ).split(' '),
);

/** Those that are there for applications, and empty in images that dockopt knows. */
const OWN = new Set('app project src srv workspace workspaces work'.split(' '));

/** Where build tools put what they make, from the directory that they run in, by their defaults. */
const OUTPUTS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:npm|yarn|pnpm|bun)\b.*\bbuild\b|^(?:npx |bunx )?(?:vite|ng|react-scripts|next|nuxt|gatsby|vue-cli-service|astro|webpack|parcel|hugo|tsc)\b/,
    /^(?:dist|build|out|public|www|_site|lib|\.next|\.output)(?:\/|$)/,
  ],
  [/^cargo\b.*\bbuild\b/, /^target\//],
  [/^(?:mvn|mvnw)\b/, /^target(?:\/|$)/],
  [/^(?:gradle|gradlew)\b/, /^build(?:\/|$)/],
  [/^dotnet (?:build|publish)\b/, /^bin(?:\/|$)/],
  [/^(?:npm|yarn|pnpm|bun)\b.*\b(?:ci|install|i)\b|^yarn$/, /^node_modules(?:\/|$)/],
];

/** What lies where in a stage, as far as file and context tell. */
export class Places {
  private readonly stage: Stage;
  private readonly context: Context;
  private readonly brought: readonly Brought[];
  private readonly runs: readonly Instruction[];

  constructor(stage: Stage, context: Context) {
    const { lineage } = stage;
    this.stage = stage;
    this.context = context;
    this.brought = lineage.flatMap((one) => broughtBy(one, context));
    this.runs = lineage
      .flatMap(({ instructions }) => instructions)
      .filter(({ keyword }) => keyword === 'RUN' || keyword === 'ONBUILD');
  }

  /**
   * Does nothing bring the path into a stage that runs nothing? Either all of it is known, on
   * `scratch`, or the directory is one that only a COPY from the build context fills.
   */
  lacks(path: string): boolean {
    if (this.runs.length > 0 || this.brought.length === 0) return false;
    const { base } = this.stage.lineage[0]!;
    const near = this.brought.filter(
      (one) => one.path === undefined || isInside(path, one.path) || isInside(one.path, path),
    );
    if (near.length === 0) return base.kind === 'scratch';
    return near.every((one) => this.hasNot(one, path));
  }

  private hasNot({ path: target, source, kind }: Brought, path: string): boolean {
    if (target === undefined || source === undefined || kind !== 'directory') return false;
    if (!isInside(path, target) || path === target) return false;
    if (!this.isOwn(target)) return false;
    const name = [source, path.slice(target.length).replace(/^\//, '')].filter(Boolean).join('/');
    return valueOf(this.context.kindOf(name)) === 'missing';
  }

  /** Is the directory none that the base image may have filled? */
  private isOwn(directory: string): boolean {
    if (this.stage.lineage[0]!.base.kind === 'scratch') return directory !== '/';
    const [, first = ''] = directory.split('/');
    return this.stage.baseFacts.known && (OWN.has(first) || !ROOTS.has(first)) && first !== '';
  }

  /**
   * The path below the working directory that is meant, where the one from the root is not there:
   * sources of COPY --from are read from the root of the stage.
   */
  meant(path: string): string | undefined {
    const directory = this.workdir();
    const [first = ''] = path.slice(1).split('/');
    if (directory === undefined || first === '' || /[*?[]/.test(first)) return undefined;
    if (ROOTS.has(first) || isInside(path, directory) || this.mayHold(first)) return undefined;
    const candidate = normal(`${directory}${path}`);
    return this.makes(candidate, path.slice(1)) ? candidate : undefined;
  }

  /** The one working directory of the stage. */
  private workdir(): string | undefined {
    const found = new Set<string | undefined>();
    for (const { instructions } of this.stage.lineage) {
      for (const { keyword, state } of instructions) {
        if (keyword === 'RUN' || keyword === 'COPY') found.add(state && valueOf(state.workdir));
      }
    }
    const [only] = found;
    return found.size === 1 && only !== undefined && only !== '/'
      ? only.replace(/\/$/, '')
      : undefined;
  }

  /** May something put `/first` there: a COPY, a step at the root, or one that names it? */
  private mayHold(first: string): boolean {
    if (
      this.brought.some(
        ({ path }) => path === undefined || isInside(path, `/${first}`) || path === '/',
      )
    )
      return true;
    const named = new RegExp(`(?<![\\w.$}/-])/${first.replace(/\W/g, '\\$&')}(?![\\w-])`);
    return this.stage.lineage.some((one) => {
      const { steps, opaque } = stepsOf(one);
      if (opaque || steps.some(({ directory }) => directory === undefined || directory === '/'))
        return true;
      return one.instructions.some(
        ({ keyword, args }) => /^(?:RUN|ENV|ARG|ONBUILD)$/.test(keyword) && named.test(args.text),
      );
    });
  }

  /** Is it known that the stage has the path? */
  private makes(candidate: string, relative: string): boolean {
    const fixed = candidate.replace(/\/[^/]*[*?[].*$/, '');
    if (this.brought.some((one) => this.brings(one, fixed))) return true;
    const steps = this.stage.lineage.flatMap((one) => stepsOf(one).steps);
    const isMade = steps.some((step) => puts(step, fixed));
    const directory = this.workdir();
    return isMade || steps.some((step) => step.directory === directory && outputs(step, relative));
  }

  private brings({ path, source, kind }: Brought, wanted: string): boolean {
    if (path === undefined || source === undefined) return false;
    if (path === wanted || isInside(path, wanted)) return true;
    if (kind !== 'directory' || !isInside(wanted, path)) return false;
    const name = [source, wanted.slice(path.length).replace(/^\//, '')].filter(Boolean).join('/');
    const found = valueOf(this.context.kindOf(name));
    return found === 'file' || found === 'directory';
  }
}

function puts(step: Step, path: string): boolean {
  const at = step.args.indexOf('-o');
  if (at >= 0 && pathFrom(step.directory, step.args[at + 1]) === path) return true;
  return effectsOf(step).some(
    (effect) =>
      (effect.kind === 'makes' || effect.kind === 'directories') && effect.paths.includes(path),
  );
}

const outputs = ({ program, args }: Step, relative: string): boolean => {
  const line = [program, ...args].join(' ');
  return OUTPUTS.some(([tool, output]) => tool.test(line) && output.test(relative));
};
