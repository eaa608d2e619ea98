import { valueOf } from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import { pathDirectories } from '../search-path.ts';
import { pathFrom } from '../steps.ts';
import type { Shipment, Subject } from '../types.ts';

/** Directories of the PATH in every image. */
const PATH = /^\/(?:usr\/(?:local\/)?)?s?bin$/;

const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** Is the program at a path the one that this word starts? */
export function isStartedProgram(
  subject: Subject,
  path: string,
  main: string | undefined,
): boolean {
  if (main === undefined) return false;
  if (main.includes('/')) return pathFrom(valueOf(subject.workdir), main) === path;
  return baseName(path) === main && isOnPath(subject, directoryOf(path));
}

function isOnPath({ base, doc }: Subject, directory: string): boolean {
  if (PATH.test(directory)) return true;
  if (base.repository === 'golang' && directory === '/go/bin') return true;
  return doc.stages.some((stage) => pathDirectories(stage).includes(directory));
}

/**
 * A bare name is found on the PATH, and the one of other images has no /go/bin: programs that are
 * started by their names go to a directory that is on every PATH.
 */
export function programShipments(
  { start }: Subject,
  programs: readonly string[],
  started: string,
  main: string,
): Shipment[] {
  const scripts = start.scripts.map(({ text }) => text).join('\n');
  return programs.flatMap((from): Shipment[] => {
    const name = baseName(from);
    const plain: Shipment = { from, made: true, file: true };
    if (PATH.test(directoryOf(from))) return [plain];
    const moved: Shipment = { ...plain, to: `/usr/local/bin/${name}` };
    const escaped = name.replace(/[^\w]/g, '\\$&');
    const isBare = new RegExp(`(?<![\\w./-])${escaped}(?![\\w./-])`).test(scripts);
    const isPath = new RegExp(`/${escaped}(?![\\w./-])`).test(scripts);
    if (from === started && !main.includes('/')) return isPath ? [moved, plain] : [moved];
    if (!isBare) return [plain];
    return isPath || from === started ? [plain, moved] : [moved];
  });
}
