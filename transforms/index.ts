import type { AnyTransform } from '../src/engine/finding.ts';
import cleanPackageCaches from './clean-package-caches.ts';
import mergeRuns from './merge-runs.ts';
import multiStage from './multi-stage.ts';

/** The built-in transforms. The order is meaning: an earlier one wins a conflict. */
export const transforms: readonly AnyTransform[] = [multiStage, mergeRuns, cleanPackageCaches];
