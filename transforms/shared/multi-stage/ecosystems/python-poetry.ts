import { valueOf } from '../../../../src/kit.ts';
import type { Step } from '../types.ts';
import type { Deed } from './python-deeds.ts';

/**
 * May the poetry that a file installs be older than 1.2? Only since then it needs no pip in an
 * environment: https://python-poetry.org/docs/configuration/#virtualenvsoptionsno-pip, read
 * 2026-11-25.
 */
export function mayBeOldPoetry(deeds: ReadonlyMap<Step, Deed>): boolean {
  return [...deeds].some(([step, deed]) => deed.kind === 'tool' && isOld(step));
}

function isOld({ run, args }: Step): boolean {
  const said = args.map((arg) => /^["']?poetry(?:\[[^\]]*\])?([=~<]=?)([^"',]*)/.exec(arg));
  const [, operator = '==', text = '$POETRY_VERSION'] = said.find((found) => found !== null) ?? [];
  const value = valueOf(run.expand(text));
  if (value === undefined) return text !== '$POETRY_VERSION';
  if (value === '') return false;
  const limit = operator.startsWith('<') ? /^(?:0|1\.[0-2](?:\.0)?$)/ : /^(?:0|1\.[01](?:\.|$))/;
  return limit.test(value) || !/^\d/.test(value);
}
