import { valueOf, type Instruction } from '../../../src/kit.ts';

/** Before groups came with 1.2, with groups, or 2.0 and later. */
export type PoetryVersion = 'old' | 'groups' | 'new';

/** The Poetry that a file installs before an instruction; undefined where that is not known. */
export function poetryVersion(run: Instruction): PoetryVersion | undefined {
  const before = (run.stage?.lineage ?? [])
    .flatMap(({ instructions }) => instructions)
    .filter(({ index, keyword }) => keyword === 'RUN' && index <= run.index);
  for (const one of before.toReversed()) {
    const text = installedIn(one);
    if (text === undefined) continue;
    if (text === '') return 'new';
    const version = valueOf(one.expand(text));
    const [, operator = '', major, minor] =
      /^(==|~=|>=|<=|<|\^|~)?v?(\d+)(?:\.(\d+))?/.exec(version ?? '') ?? [];
    if (major === undefined) return undefined;
    const number = Number(major) * 100 + Number(minor ?? 0);
    if (operator === '>=') return 'new';
    if (operator.startsWith('<')) return number > 102 ? 'groups' : 'old';
    return number < 102 ? 'old' : number < 200 ? 'groups' : 'new';
  }
  return undefined;
}

/** The version that a RUN asks for, with its operator; empty: the newest. */
function installedIn(run: Instruction): string | undefined {
  const { text } = run.args;
  const pip =
    /\bpip[\d.]*\s+install\b[^&;|\n]*?["'\s]poetry(?:\[[^\]]*\])?((?:[=~<>]=?|@)[^"'\s,&;|]+)?/.exec(
      text,
    );
  if (pip) return pip[1] ?? '';
  const script = /install\.python-poetry\.org|install-poetry\.py|get-poetry\.py/.exec(text);
  if (!script) return undefined;
  // Only the old one installs Poetry 1.1.
  if (script[0] === 'get-poetry.py') return '1.1';
  const said =
    /--version[ =]["']?(\S+?)["']?(?=[\s;&|)]|$)/.exec(text)?.[1] ??
    /\bPOETRY_VERSION=["']?([^\s"']+)/.exec(text)?.[1];
  if (said !== undefined) return said;
  const set = run.variable('POETRY_VERSION');
  return set.known ? (set.value ?? '') : '$POETRY_VERSION';
}
