import type { Context, Service, Stage } from '../../src/kit.ts';

/** The services that run the image of the last stage. */
export const servicesOf = (context: Context, stage: Stage): readonly Service[] =>
  (context.services ?? []).filter(
    ({ target }) =>
      target === undefined ||
      target === String(stage.index) ||
      target.toLowerCase() === stage.name?.toLowerCase(),
  );
