import { valueOf } from '../../../src/kit.ts';
import { otherPython } from '../multi-stage/ecosystems/python-uv.ts';
import { pythonRef, versionOf } from '../multi-stage/ecosystems/python-version.ts';
import { filesInImage } from './files.ts';
import type { Image } from './types.ts';

type Step = Image['steps'][number];

/**
 * uv keeps the Python that it downloads in `~/.local/share/uv/python`, and links its environments to
 * it: https://docs.astral.sh/uv/reference/storage/#python-versions, read 2026-11-27.
 */
export function pythonOfUv(image: Image): string | undefined {
  const { doc, base, stage, context, steps } = image;
  if (
    /UV_PYTHON_INSTALL_DIR|--install-dir|UV_PYTHON_DOWNLOADS=["']?(?:never|manual)/.test(doc.text)
  )
    return undefined;
  const tasks = steps.filter(({ program, args }) => program === 'uv' && makesEnvironment(args));
  const [first] = tasks;
  if (!first) return undefined;
  const installed = tasks.find(({ args }) => args[0] === 'python');
  if (installed) return detailOf(installed);
  const root = stage.lineage[0]!.base;
  const ref = root.kind === 'image' ? valueOf(root.ref) : undefined;
  const python = ref && pythonRef(ref);
  const version = python && base && versionOf(python, base);
  if (!version) return hasPython(image) ? undefined : detailOf(first);
  const files = valueOf(filesInImage(stage, context)) ?? [];
  return otherPython(context, tasks, files, version) ? detailOf(first) : undefined;
}

const detailOf = ({ run }: Step): string => `the Python that uv downloads (line ${run.given.line})`;

/** `uv pip` makes none, and installs to one that is there. */
const makesEnvironment = ([verb = '', noun = '']: readonly string[]): boolean =>
  /^(?:sync|venv|run)$/.test(verb) || (verb === 'python' && noun === 'install');

/** Does a step install the Python of the distribution, or the image bring one? */
const hasPython = ({ steps, base }: Image): boolean =>
  /(?:^|\/)(?:python|pypy|[\w-]*conda3?|[\w-]*forge\d?|cuda|pytorch|tensorflow)$/.test(
    base?.repository ?? '',
  ) || steps.some(({ args }) => args.some((word) => /^python3?(?:[.\d-]|$)/.test(word)));
