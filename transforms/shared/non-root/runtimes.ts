import { baseName } from '../prefix.ts';
import { commandsAtStart } from './npm-scripts.ts';
import type { Image } from './types.ts';

interface Runtime {
  /** What a RUN says that installs it. */
  readonly installs: RegExp;
  /** Variables that put it elsewhere. */
  readonly unless: RegExp;
  readonly programs: RegExp;
}

const NODE = /^(?:node|npm|npx|yarn|pnpm|pm2|nodemon|ts-node|tsx|next|serve)$/;

/**
 * Version managers and installers that put a runtime into the home of whoever runs them:
 * https://github.com/nvm-sh/nvm#install--update-script, https://github.com/Schniz/fnm,
 * https://docs.volta.sh/advanced/installers, https://github.com/pyenv/pyenv#environment-variables,
 * https://sdkman.io/install/, https://bun.com/docs/installation,
 * https://docs.deno.com/runtime/getting_started/installation/ and
 * https://rust-lang.github.io/rustup/installation/, read 2026-11-27.
 */
const RUNTIMES: Readonly<Record<string, Runtime>> = {
  nvm: { installs: /nvm-sh\/nvm|\bnvm install\b/, unless: /NVM_DIR=/, programs: NODE },
  fnm: {
    installs: /fnm\.vercel\.app|\bfnm install\b/,
    unless: /FNM_DIR|--fnm-dir/,
    programs: NODE,
  },
  volta: { installs: /get\.volta\.sh|\bvolta install\b/, unless: /VOLTA_HOME/, programs: NODE },
  pyenv: {
    installs: /pyenv\.run|pyenv-installer|\bpyenv install\b/,
    unless: /PYENV_ROOT/,
    programs: /^(?:python[\d.]*|gunicorn|uvicorn|flask|celery|fastapi|streamlit)$/,
  },
  sdkman: {
    installs: /get\.sdkman\.io|\bsdk install\b/,
    unless: /SDKMAN_DIR/,
    programs: /^(?:java|mvn|gradle|kotlin|scala|sbt|groovy)$/,
  },
  bun: { installs: /bun\.sh\/install/, unless: /BUN_INSTALL/, programs: /^bunx?$/ },
  deno: { installs: /deno\.land\/install/, unless: /DENO_INSTALL/, programs: /^deno$/ },
  rustup: { installs: /sh\.rustup\.rs/, unless: /CARGO_HOME/, programs: /^(?:cargo|rustc)$/ },
};

/** The runtime that the start needs, where a step puts it into the home of root. */
export function runtimeInHome(image: Image): string | undefined {
  const programs = [
    ...image.start.programs,
    ...commandsAtStart(image).map(([program]) => program ?? ''),
  ].map((name) => baseName(name));
  for (const { keyword, args, given } of image.instructions) {
    if (keyword !== 'RUN') continue;
    const found = Object.entries(RUNTIMES).find(
      ([, { installs, unless, programs: its }]) =>
        installs.test(args.text) &&
        !unless.test(image.doc.text) &&
        programs.some((name) => its.test(name)),
    );
    if (found) return `what ${found[0]} installs (line ${given.line})`;
  }
  return undefined;
}
