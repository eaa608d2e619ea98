import { baseName } from '../../prefix.ts';
import type { NoPlan, Subject } from '../types.ts';

/** They build or install when the container starts. */
const BUILDS =
  /(?:^|[\s;&|(])(?:(?:php\s+)?\S*composer(?:\.phar)?\s+(?:-\S+\s+)*(?:install|update|require|create-project)\b|(?:yarn|npm|pnpm)\s+(?:install|ci|run|build|start)\b|docker-php-ext-install\b)/m;

/** Why what starts cannot be told, or is for development. */
export function phpStart({ start }: Subject): NoPlan | undefined {
  const said = [start.entrypoint, start.cmd].map((one) =>
    (one?.json ?? [one?.args.text ?? '']).join(' '),
  );
  const scripts = start.scripts.map(({ text }) => text.replaceAll(/^\s*#.*$/gm, ''));
  const built = [...said, ...scripts]
    .map((text) => BUILDS.exec(text)?.[0].trim())
    .find((found) => found !== undefined);
  if (built !== undefined)
    return { reason: 'development', detail: `${built}, when the container starts` };
  if (start.trouble !== undefined) return { reason: 'start', detail: start.trouble };
  const words = start.main.map((word) => word ?? '…');
  const name = baseName(words[0] ?? '');
  const detail = words.join(' ');
  if (/^(?:npm|yarn|pnpm|npx|nodemon|phpunit|composer)$/.test(name))
    return { reason: 'development', detail };
  if (name === 'php' && /(?:^|\/)(?:composer(?:\.phar)?|phpunit)$/.test(words[1] ?? ''))
    return { reason: 'development', detail };
  return undefined;
}
