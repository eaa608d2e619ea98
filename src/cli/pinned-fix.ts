import type { FixResult } from '../engine/fix.ts';
import type { Settings } from './config/settings.ts';
import { fixFile } from './fix-file.ts';
import type { Pins } from './registry/pins.ts';

/** What became of a text, and the settings with which the same comes again. */
export interface PinnedResult {
  readonly result: FixResult;
  readonly settings: Settings;
}

/** Fixes files, with the digests of registries where images are to be pinned. */
export class PinnedFix {
  private readonly warn: (message: string) => void;
  /** For all files: no tag is asked for twice. */
  private pins: Pins | undefined;

  constructor(warn: (message: string) => void) {
    this.warn = warn;
  }

  /** The network is asked for nothing but digests; `file` is as for `fixFile`. */
  async fix(text: string, file: string | undefined, settings: Settings): Promise<PinnedResult> {
    if (!settings.transforms.some(({ id }) => id === 'pin-digests')) {
      return { result: fixFile(text, file, settings), settings };
    }
    if (!this.pins) {
      const { Pins: Digests } = await import('./registry/pins.ts');
      this.pins = new Digests(this.warn);
    }
    const result = await this.pins.fix(settings.options, (options) =>
      fixFile(text, file, { ...settings, options }),
    );
    return { result, settings: { ...settings, options: this.pins.in(settings.options) } };
  }
}
