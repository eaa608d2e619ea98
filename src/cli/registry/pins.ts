import { Ignores } from '../../engine/ignore.ts';
import type { FixResult } from '../../engine/fix.ts';
import { parseDockerfile } from '../../index.ts';
import pinDigests from '../../../transforms/pin-digests.ts';
import {
  readDigests,
  unpinnedIn,
  writeDigests,
} from '../../../transforms/shared/base-images/pins.ts';
import { Resolver } from './resolver.ts';

type Options = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Runs the transforms with the digests of the images that the result names. */
export class Pins {
  private readonly options: Options;
  private readonly resolver: Resolver;

  constructor(options: Options, warn: (message: string) => void) {
    this.options = options;
    const given = options[pinDigests.id]?.['digests'];
    this.resolver = new Resolver(readDigests(typeof given === 'string' ? given : ''), warn);
  }

  /** The others may bring images of their own, so the result says which are asked for. */
  async fix(attempt: (options: Options) => FixResult): Promise<FixResult> {
    for (;;) {
      const own = this.options[pinDigests.id];
      const digests = writeDigests(this.resolver.digests);
      const result = attempt({ ...this.options, [pinDigests.id]: { ...own, digests } });
      if (!(await this.resolver.resolve(wantedIn(result)))) return result;
    }
  }
}

function* wantedIn({ status, output }: FixResult): Generator<string> {
  if (status === 'failed' || status === 'skipped') return;
  const doc = parseDockerfile(output);
  const ignores = new Ignores(doc);
  for (const { instruction, name, obstacle } of unpinnedIn(doc)) {
    if (obstacle !== undefined) continue;
    if (ignores.reason(pinDigests, instruction) === undefined) yield name;
  }
}
