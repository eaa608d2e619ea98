import { apt } from './apt.ts';
import { bundle } from './bundle.ts';
import { composer } from './composer.ts';
import { gem } from './gem.ts';
import { npm } from './npm.ts';
import { poetry } from './poetry.ts';
import type { Speller } from './types.ts';
import { yarnBerry } from './yarn.ts';

export const SPELLERS: readonly Speller[] = [npm, yarnBerry, bundle, gem, composer, poetry, apt];
