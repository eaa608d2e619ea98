import { valueOf, type Context } from '../../../../src/kit.ts';
import { normal } from '../../copied.ts';
import type { ContextFile } from '../brought.ts';
import type { NoPlan, Step } from '../types.ts';
import { requiredPython } from './pyproject.ts';
import type { Version } from './python-version.ts';

/**
 * uv takes the Python of the image where it fits what the project asks for, and else downloads one,
 * which the final image would lack. https://docs.astral.sh/uv/concepts/python-versions/, read
 * 2026-11-25.
 */
export function otherPython(
  context: Context,
  steps: readonly Step[],
  files: readonly ContextFile[],
  { minor }: Version,
): NoPlan | undefined {
  for (const { run, directory, args } of steps) {
    const setting = (name: string): string => valueOf(run.variable(name)) ?? '';
    if (
      setting('UV_PYTHON_PREFERENCE').includes('only-managed') ||
      args.includes('--managed-python')
    ) {
      return {
        reason: 'no-base',
        detail: `uv brings a Python of its own (line ${run.given.line})`,
      };
    }
    const at = args.findIndex((arg) => /^(?:-p|--python)$/.test(arg));
    const asked = [
      at < 0 ? '' : (args[at + 1] ?? ''),
      setting('UV_PYTHON'),
      readAt(context, files, directory, '.python-version')?.trim().split('\n')[0] ?? '',
      requiredPython(readAt(context, files, directory, 'pyproject.toml') ?? '') ?? '',
    ];
    const wrong = asked.find((text) => !accepts(text, minor));
    if (wrong !== undefined) {
      return { reason: 'no-base', detail: `uv brings Python ${wrong} (line ${run.given.line})` };
    }
  }
  return undefined;
}

function readAt(
  context: Context,
  files: readonly ContextFile[],
  directory: string | undefined,
  name: string,
): string | undefined {
  if (directory === undefined) return undefined;
  const file = files.find(({ path }) => path === normal(`${directory}/${name}`));
  return file && valueOf(context.readText(file.source));
}

/** Does a version, or a list of conditions on it, hold for `3.12`? For the newest Python, where that is not known. */
function accepts(text: string, minor: string | undefined): boolean {
  if (text === '' || text.startsWith('/')) return true;
  const number = minor === undefined ? Number.POSITIVE_INFINITY : Number(minor.split('.')[1]);
  return text.split(',').every((part) => {
    const match =
      /^\s*(>=|>|<=|<|==|~=|!=|\^|~)?\s*(?:python|cpython-?)?3(?:\.(\d+))?(\.[\d*]+)?\s*$/.exec(
        part,
      );
    if (!match) return false;
    const [, operator = '==', given, rest] = match;
    if (given === undefined) return operator !== '<';
    const wanted = Number(given);
    switch (operator) {
      case '>=':
        return number >= wanted;
      case '>':
        return number > wanted || rest !== undefined;
      case '<':
        return number < wanted;
      case '<=':
        return number <= wanted;
      case '!=':
        return number !== wanted || (rest !== undefined && rest !== '.*');
      case '~=':
        return rest === undefined ? number >= wanted && minor !== undefined : number === wanted;
      case '^':
        return number >= wanted;
      default:
        return number === wanted;
    }
  });
}
