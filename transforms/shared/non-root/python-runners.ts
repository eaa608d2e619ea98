import { baseName } from '../prefix.ts';
import type { Image } from './types.ts';

/**
 * Package managers of Python that the container starts its program through, and what they need of
 * whoever runs it. Each makes a cache in the home of the user: https://github.com/astral-sh/uv/issues/9962,
 * https://python-poetry.org/docs/configuration/#cache-dir,
 * https://pipenv.pypa.io/en/latest/configuration.html, read 2026-11-27.
 */
export function runnersAtStart({ start }: Image): string[] {
  const words = [...start.programs, ...start.main.slice(0, 1), ...(start.line ?? []).slice(0, 1)];
  const names = new Set(words.map((word) => baseName(word ?? '')));
  return ['uv', 'poetry', 'pipenv'].filter((name) => names.has(name));
}

/**
 * An environment, or settings that lead to it, in the home of whoever builds. Poetry makes its
 * environments below its cache, and keeps what `poetry config` says, but for `--local`, in the home;
 * a `.venv` in the project it finds without settings. Pipenv makes them in `~/.local/share`.
 * https://python-poetry.org/docs/configuration/ and
 * https://pipenv.pypa.io/en/latest/virtualenv.html#virtual-environment-location, read 2026-11-27.
 */
export function environmentInHome(image: Image): string | undefined {
  const runners = runnersAtStart(image);
  if (runners.includes('poetry')) return poetryInHome(image);
  if (runners.includes('pipenv')) return pipenvInHome(image);
  return undefined;
}

function poetryInHome(image: Image): string | undefined {
  const { steps } = image;
  if (isSet(image, 'POETRY_VIRTUALENVS_IN_PROJECT', 'POETRY_VIRTUALENVS_CREATE')) return undefined;
  if (isSet(image, 'POETRY_VIRTUALENVS_PATH', 'POETRY_CACHE_DIR', 'VIRTUAL_ENV')) return undefined;
  const settings = steps.filter(
    ({ program, args }) => program === 'poetry' && args[0] === 'config',
  );
  const said = (name: string): (typeof steps)[number] | undefined =>
    settings.find(({ args }) => args.includes(name));
  if (said('virtualenvs.in-project')?.args.includes('true')) return undefined;
  if (settings.some(({ args }) => args.includes('--local'))) return undefined;
  const create = said('virtualenvs.create');
  if (create)
    return `poetry config (line ${create.run.given.line}), which poetry reads at the start`;
  const install = steps.find(({ program, args }) => program === 'poetry' && args[0] === 'install');
  return install && `the environment that poetry makes (line ${install.run.given.line})`;
}

function pipenvInHome(image: Image): string | undefined {
  if (isSet(image, 'PIPENV_VENV_IN_PROJECT', 'WORKON_HOME', 'VIRTUAL_ENV')) return undefined;
  const install = image.steps.find(
    ({ program, args, run }) =>
      program === 'pipenv' &&
      /^(?:install|sync)$/.test(args[0] ?? '') &&
      !args.includes('--system') &&
      !run.args.text.includes('PIPENV_VENV_IN_PROJECT'),
  );
  return install && `the environment that pipenv makes (line ${install.run.given.line})`;
}

const isSet = ({ stage }: Image, ...names: readonly string[]): boolean =>
  names.some((name) => stage.scope.at(Infinity, name) !== undefined);
