import { valueOf } from '../../../src/kit.ts';
import { baseName } from '../prefix.ts';
import { manifestsOf } from '../multi-stage/ecosystems/package-json.ts';
import { filesOf } from '../multi-stage/sources.ts';
import type { Subject } from '../multi-stage/types.ts';
import type { Installed } from './lacking.ts';
import type { Judgement } from './judgement.ts';

/** Files that say what is installed, and how a dependency from a repository looks in each. */
const FROM_GIT: readonly (readonly [file: RegExp, pattern: RegExp])[] = [
  [/^requirements[^/]*\.(?:txt|in)$/, /^[^#\n]*\bgit\+/m],
  [
    /^(?:pyproject\.toml|Pipfile|Pipfile\.lock|poetry\.lock|uv\.lock)$/,
    /\bgit\+|\bgit\s*[=:]\s*["']|"git":\s*"|type\s*=\s*"git"/,
  ],
  [/^(?:package-lock\.json|npm-shrinkwrap\.json)$/, /"(?:resolved|version)":\s*"git[+:]/],
  [
    /^yarn\.lock$/,
    /^\s+resolved "(?:git\+|git:|https:\/\/[^"]+\.git#)|^\s+resolution: "[^"]*\.git#/m,
  ],
  [/^pnpm-lock\.yaml$/, /\brepo: |\btype: git\b/],
  [/^Gemfile(?:\.lock)?$/, /^\s*gem .*\bgit(?:hub)?:|^GIT$/m],
];

/**
 * npm asks git for these, whatever it downloads afterwards.
 * https://docs.npmjs.com/cli/v10/configuring-npm/package-json#git-urls-as-dependencies, read 2026-11-26.
 */
const NPM_GIT = /^(?:git(?:\+\w+)?:|(?:github|gitlab|bitbucket|gist):|[\w.-]+\/[\w.-]+(?:#.*)?$)/;

const INSTALLS = /^(?:pip[\d.]*|python[\d.]*|uv|poetry|pipenv|pdm|npm|yarn|pnpm|bundle|bundler)$/;

/** What comes from a repository needs git, and a project may compile parts of its own. */
export function judgeSources(subject: Subject, installed: Installed, judgement: Judgement): void {
  const install = subject.steps.find(({ program }) => INSTALLS.test(program));
  if (!install) return;
  const file = fromGit(subject);
  if (file !== undefined && !installed.has('git')) {
    judgement.refuse('program', `${file} has dependencies that are fetched with git`);
  }
  const compiled = compiledProject(subject);
  if (compiled !== undefined && !installed.compilers) {
    judgement.refuse('compiles', `${compiled} has parts that are compiled`);
  }
}

function fromGit(subject: Subject): string | undefined {
  const step = subject.steps.find(
    ({ program, args }) => INSTALLS.test(program) && args.some((arg) => /(?:^|@ ?)git\+/.test(arg)),
  );
  if (step) return `line ${step.run.given.line}`;
  for (const { source, dependencies, devDependencies, optionalDependencies } of manifestsOf(
    subject,
  ).values()) {
    const all = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
    if (all.some((value) => NPM_GIT.test(value)))
      return `package.json${source === '' ? '' : ` in ${source}`}`;
  }
  return textOf(subject, (name, text) =>
    FROM_GIT.some(([file, pattern]) => file.test(name) && pattern.test(text)),
  );
}

const compiledProject = (subject: Subject): string | undefined =>
  textOf(
    subject,
    (name, text) =>
      (name === 'setup.py' && /\bext_modules\b|\bcythonize\(/.test(text)) ||
      (name === 'pyproject.toml' &&
        /build-backend\s*=\s*["'](?:maturin|scikit_build_core|mesonpy)|\bsetuptools-rust\b|\bcython\b/i.test(
          text,
        )),
  );

function textOf(
  subject: Subject,
  found: (name: string, text: string) => boolean,
): string | undefined {
  for (const { source } of valueOf(filesOf(subject)) ?? []) {
    const name = baseName(source);
    if (!NAMES.test(name) || source.includes('node_modules/')) continue;
    const text = valueOf(subject.context.readText(source));
    if (text !== undefined && found(name, text)) return source;
  }
  return undefined;
}

const NAMES =
  /^(?:requirements[^/]*\.(?:txt|in)|pyproject\.toml|Pipfile|Pipfile\.lock|[a-z]+\.lock|Gemfile|Gemfile\.lock|setup\.py|package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml)$/;
