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
  private readonly resolver: Resolver;

  constructor(warn: (message: string) => void) {
    this.resolver = new Resolver(warn);
  }

  /** The others may bring images of their own, so the result says which are asked for. */
  async fix(options: Options, attempt: (options: Options) => FixResult): Promise<FixResult> {
    for (;;) {
      const result = attempt(this.in(options));
      const { digests } = this.given(options);
      const wanted = [...wantedIn(result)].filter((name) => !digests.has(name));
      if (!(await this.resolver.resolve(wanted))) return result;
    }
  }

  /** The options with the digests that are known; one that they give themselves counts first. */
  in(options: Options): Options {
    const { own, digests } = this.given(options);
    const all = writeDigests(new Map([...this.resolver.digests, ...digests]));
    return { ...options, [pinDigests.id]: { ...own, digests: all } };
  }

  private given(options: Options) {
    const own = options[pinDigests.id];
    const text = own?.['digests'];
    return { own, digests: readDigests(typeof text === 'string' ? text : '') };
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
