import { valueOf, type Context, type Stage } from '../../../src/kit.ts';

/** Files that say how an image is built, beside the Dockerfile. */
const BUILD_FILE =
  /^(?:(?:docker-)?compose.*\.ya?ml|docker-bake.*\.(?:hcl|json)|GNUmakefile|[Mm]akefile|.*\.mk|[Jj]ustfile|Taskfile\.ya?ml|package\.json|skaffold\.ya?ml|Jenkinsfile|Tiltfile|README.*|CONTRIBUTING.*|\.gitlab-ci\.ya?ml|\.travis\.ya?ml|azure-pipelines.*\.ya?ml|cloudbuild\.ya?ml|.*\.(?:sh|bash|ps1))$/;

const FOLDERS: Readonly<Record<string, RegExp>> = {
  '': BUILD_FILE,
  '.github/workflows': /\.ya?ml$/,
  '.circleci': /\.ya?ml$/,
  '.devcontainer': /\.json$/,
  scripts: /\.(?:sh|bash|ps1)$/,
};

/** What developers, tests and releases build with `--target`. */
const TARGET_NAME =
  /(?:^|[-_.])(?:dev|devel|develop|developer|development|devenvs?|devcontainer|local|debug|tests?|testing|tester|unittests?|integration|e2e|bench|benchmarks?|coverage|lint|linter|checks?|ci|docs?|prod|production|staging|release|export|artifacts?|binary|binaries)(?:$|[-_.])/i;

/**
 * Does the name of a stage say what it is built for? Compose files that ask for it often lie above
 * the build context.
 */
export const isNamedForTarget = ({ name = '' }: Stage): boolean => TARGET_NAME.test(name);

/** Does a file of the build context name the stage as a target of the build? */
export function isTarget(stage: Stage, context: Context): boolean {
  const names = [String(stage.index), ...(stage.name === undefined ? [] : [stage.name])]
    .map((name) => name.replace(/[.]/g, '\\.'))
    .join('|');
  // `--target dev`, `--target=dev`, `target: dev`, `target = "dev"`, `"target": "dev"`; a variable
  // may hold any name.
  const named = new RegExp(
    `\\btarget["']?(?:\\s*[:=]\\s*|\\s+)["']?(?:(?:${names})\\b(?![-.])|\\$)`,
    'i',
  );
  return buildFiles(context).some((path) => named.test(valueOf(context.readText(path)) ?? ''));
}

const buildFiles = (context: Context): string[] =>
  Object.entries(FOLDERS).flatMap(([folder, pattern]) =>
    (valueOf(context.list(folder)) ?? [])
      .filter((name) => pattern.test(name))
      .map((name) => (folder === '' ? name : `${folder}/${name}`)),
  );
