/**
 * Builds `dist/` where npm installs this package from git, as pre-commit does. What it is built with
 * is missing then for `npm install -g`: https://github.com/npm/cli/issues/8440, tried with npm
 * 11.19.1 on 2026-11-26.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const { npm_config_global: _, npm_config_prefix: __, NPM_CONFIG_PREFIX: ___, ...env } = process.env;

function npm(...args) {
  // On Windows npm is a script, which only a shell starts.
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync('npm', args, { env, shell, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync('node_modules/tsx')) npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
npm('run', 'build', '--', '--if-stale');
