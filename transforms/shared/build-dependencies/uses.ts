import { valueOf, type Context, type Instruction } from '../../../src/kit.ts';
import { copiedFrom } from '../copied.ts';
import { startOf } from '../multi-stage/start.ts';
import { pathFrom, stepsIn } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';
import type { Visit } from '../visit.ts';

/** Whether a step may call a compiler. */
export type Use = 'builds' | 'no' | 'unknown';

const BUILDS = new Set(
  (
    'ant autoconf autoreconf bazel bundle bundler cabal cargo cc c++ clang clang++ cmake composer configure ' +
    'cpan cpanm cython docker-php-ext-configure docker-php-ext-install g++ gcc gem gfortran go install-php-extensions ' +
    'lein luarocks make meson mix mvn ninja node-gyp npm npx opam pdm pear pecl phpize pip pip2 pip3 pipenv ' +
    'pipx pnpm poetry python-config R Rscript rustc scons stack swift uv yarn'
  ).split(' '),
);

/** Change files, accounts and packages, and start no compiler. */
const NO = new Set(
  (
    '[ : add-apt-repository addgroup adduser apk apt apt-get apt-key apt-mark basename cat cd chgrp chmod ' +
    'chown chpasswd chsh cp curl cut date debconf-set-selections deluser dirname docker-php-ext-enable dpkg echo ' +
    'env exit export false find fc-cache gpg grep groupadd groupmod gunzip head hash id install ldconfig ln ' +
    'locale-gen ls mkdir mv openssl passwd printf pwd read readlink rm rmdir sed set setcap sha256sum ' +
    'sleep sort stat strip tail tar tee test touch tr true umask uname unset unzip update-ca-certificates ' +
    'useradd userdel usermod wget which xargs wc git'
  ).split(' '),
);

/** Sub-commands of tools that build, which do not. */
const NO_BUILD: Readonly<Record<string, RegExp>> = {
  npm: /^(?:cache|config|set|version|-v|--version|prune)\b/,
  yarn: /^(?:cache|config|--version)\b/,
  pip: /^(?:cache|config|--version|list|freeze|check|uninstall)\b/,
  pip3: /^(?:cache|config|--version|list|freeze|check|uninstall)\b/,
  gem: /^(?:--version|cleanup|sources|env)\b/,
  bundle: /^(?:config|--version|clean)\b/,
  bundler: /^(?:config|--version|clean)\b/,
  composer: /^(?:clear-cache|clearcache|config|--version|dump-autoload)\b/,
};

/** What the commands of a RUN may do with a compiler. */
export function useOf({ program, args }: Step): Use {
  const line = args.join(' ');
  if (program === '' || NO_BUILD[program]?.test(line)) return 'no';
  if (BUILDS.has(program)) return 'builds';
  if (/^python[\d.]*$/.test(program)) {
    if (args[0] === '-m')
      return /^(?:venv|virtualenv|compileall)$/.test(args[1] ?? '') ? 'no' : 'builds';
    return /^setup\.py$/.test(args[0] ?? '') ? 'builds' : 'unknown';
  }
  return NO.has(program) ? 'no' : 'unknown';
}

/** A later RUN that may build, or one that nobody can tell of. */
export interface Later {
  readonly use: 'builds' | 'unknown';
  readonly instruction: Instruction;
  readonly text: string;
}

/** The first later RUN, in a stage built on this one too, that may need them. */
export function usedLater({ run, outer }: Visit): Later | undefined {
  let unknown: Later | undefined;
  for (const later of run.stage!.later(outer)) {
    const step = later.trigger ?? later;
    if (step.keyword !== 'RUN') continue;
    const steps = stepsIn(step);
    if (!steps) unknown ??= { use: 'unknown', instruction: later, text: 'what is not understood' };
    for (const each of steps ?? []) {
      const use = useOf(each);
      const found = { instruction: later, text: [each.program, ...each.args].join(' ') };
      if (use === 'builds') return { use, ...found };
      if (use === 'unknown') unknown ??= { use, ...found };
    }
  }
  return unknown;
}

/** Programs at the start of a container that build, or install what may be built. */
const BUILDS_AT_START =
  /\b(?:gcc|g\+\+|cc|make|cmake|cargo|rustc|go run|go build|node-gyp|(?:pip3?|gem|bundle|npm|yarn|pnpm) (?:install|ci|add|i)\b)/;

/** What the container starts, as far as it concerns compilers. */
export function startNeeds(
  { doc }: Visit,
  context: Context,
): { builds?: string; unknown?: string } {
  const start = startOf(doc.stages.at(-1)!, context);
  if (!start.entrypoint && !start.cmd) return { unknown: 'the base image says what it starts' };
  const texts = [start.main.join(' '), ...start.programs, ...start.scripts.map(({ text }) => text)];
  const found = texts.map((text) => BUILDS_AT_START.exec(text)?.[0]).find((text) => text);
  if (found !== undefined) return { builds: found };
  if (start.trouble !== undefined) return { unknown: 'what the container starts cannot be read' };
  const unread = start.main.find((word) => word !== undefined && SCRIPT.test(word));
  if (unread !== undefined && start.scripts.length === 0) return { unknown: `what ${unread} does` };
  return {};
}

/** A path that looks like one of a script. */
const SCRIPT = /\/[\w.-]*(?:entrypoint|start|init|setup|run)[\w.-]*$|\.(?:sh|bash)$/;

/**
 * Packages of Python that call a compiler when they run, or are linked to the run-time library of
 * one (OpenMP) besides what the packages of the distribution say: Theano and PyTensor, pystan and
 * cmdstanpy, PyTorch's inductor and Triton, pyximport of Cython; Home Assistant installs packages.
 * https://pytensor.readthedocs.io/en/latest/library/config.html,
 * https://scikit-learn.org/stable/developers/advanced_installation.html, read 2026-11-25.
 */
const COMPILES_AT_RUN_TIME =
  /^(?:aesara|brian2|cmdstanpy|cupy.*|cython|faiss.*|gensim|homeassistant|jax.*|lightgbm|numba|prophet|pycuda|pymc.*|pyopencl|pystan|pytensor|pythran|scikit-.*|sklearn|spacy|tensorflow.*|theano|torch.*|triton|xgboost)\b/im;

/** What is not known of the packages that a step installs; `undefined` where all is known. */
export function unknownOf(step: Step, context: Context): string | undefined {
  const { program, args } = step;
  if (!/^(?:pip[23]?|uv)$/.test(program) && !(args[0] === '-m' && args[1] === 'pip')) {
    return /^(?:poetry|pipenv|pdm|pipx|uv)$/.test(program)
      ? 'what its lock file installs'
      : undefined;
  }
  for (const [i, arg] of args.entries()) {
    if (COMPILES_AT_RUN_TIME.test(arg)) return `that ${arg} needs no compiler when it runs`;
    const file = /^(?:-r|--requirement)$/.test(arg)
      ? args[i + 1]
      : /^(?:-r(?=.)|--requirement=)(.+)$/.exec(arg)?.[1];
    if (file === undefined) continue;
    const text = textOf(step, file, context);
    if (text === undefined) return `what ${file} lists`;
    const name = COMPILES_AT_RUN_TIME.exec(text)?.[0];
    if (name !== undefined) return `that ${name} needs no compiler when it runs`;
  }
  return args.some((arg) => /^\.(?:\/|$|\[)/.test(arg)) ? 'what the project depends on' : undefined;
}

function textOf(step: Step, file: string, context: Context): string | undefined {
  const path = pathFrom(step.directory, file);
  const source = path === undefined ? undefined : copiedFrom(step.run, path, context);
  return source?.known === true ? valueOf(context.readText(source.value)) : undefined;
}
