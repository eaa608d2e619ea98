import { APPLICABILITIES } from '../engine/finding.ts';
import { UsageError } from '../cli/errors.ts';
import { oneOf } from '../cli/request.ts';
import type { ServerRequest } from './workspace.ts';

/** The options of `lsp` as they are parsed. */
export interface ServerArguments {
  readonly paths: readonly string[];
  readonly level: string | undefined;
  readonly config: string | undefined;
  readonly noConfig: boolean;
}

/** Throws a `UsageError` for what does not fit together. */
export function readServerRequest(given: ServerArguments): ServerRequest {
  const { paths, level, config, noConfig } = given;
  if (paths.length > 0) throw new UsageError('lsp takes no names; the editor says what it opens');
  if (noConfig && config !== undefined) {
    throw new UsageError('--config and --no-config exclude each other');
  }
  return {
    level: level === undefined ? undefined : oneOf('--level', level, APPLICABILITIES),
    config,
    noConfig,
  };
}
