/** `--print-config`: what holds for a file, for people and for programs. */
import path from 'node:path';
import { resolveOptions } from '../../engine/options.ts';
import type { Request } from '../request.ts';
import { SettingsOf, type Settings } from './settings.ts';

export async function printConfig(file: string, request: Request): Promise<string> {
  const settings = await new SettingsOf(request, request.configs).of(file);
  const { config, ignored, level, transforms, options, verify, compose } = settings;
  const values = transforms
    .filter((transform) => Object.keys(transform.options).length > 0)
    .map(({ id, options: specs }) => [
      id,
      resolveOptions(id, specs, options[id], { partial: true }),
    ]);
  const shown = {
    file,
    config: config === undefined ? null : path.relative(process.cwd(), config),
    ignored,
    level,
    context: contextOf(file, settings),
    ...(compose && { contextFrom: path.relative(process.cwd(), compose.file) }),
    ...(verify && { verify }),
    transforms: transforms.map(({ id }) => id),
    options: Object.fromEntries(values) as Record<string, unknown>,
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

/** Null: compose files name several. */
function contextOf(file: string, { context, compose }: Settings): string | null {
  if (compose?.several === true) return null;
  return path.relative(process.cwd(), context ?? path.dirname(path.resolve(file))) || '.';
}
