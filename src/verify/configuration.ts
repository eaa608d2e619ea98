/** What an image says of itself, and must go on saying. */

/** The part of `docker image inspect` that is looked at. */
export interface Configuration {
  readonly User?: string;
  readonly Entrypoint?: readonly string[] | null;
  readonly Cmd?: readonly string[] | null;
  readonly WorkingDir?: string;
  readonly Env?: readonly string[] | null;
  readonly ExposedPorts?: Readonly<Record<string, unknown>> | null;
  readonly Volumes?: Readonly<Record<string, unknown>> | null;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly StopSignal?: string;
  readonly Healthcheck?: { readonly Test?: readonly string[] };
}

/** What the image said before, and does not any more. The base image of another may say more. */
export function lost(before: Configuration, after: Configuration): string[] {
  const labels = after.Labels ?? {};
  const root = (user = ''): boolean => /^(?:|0|root)(?::|$)/.test(user);
  return [
    ...names(before.ExposedPorts, after.ExposedPorts).map((port) => `EXPOSE ${port}`),
    ...names(before.Volumes, after.Volumes).map((volume) => `VOLUME ${volume}`),
    ...Object.entries(before.Labels ?? {})
      // The tests mark their images.
      .filter(([name, value]) => !name.startsWith('org.dockopt.') && labels[name] !== value)
      .map(([name]) => `LABEL ${name}`),
    ...(before.StopSignal && before.StopSignal !== after.StopSignal ? ['STOPSIGNAL'] : []),
    ...(before.Healthcheck?.Test && !after.Healthcheck?.Test ? ['HEALTHCHECK'] : []),
    ...(!root(before.User) && root(after.User) ? [`USER ${before.User}`] : []),
  ].map((what) => `the image has lost its ${what}`);
}

const names = (before: Configuration['Volumes'], after: Configuration['Volumes']): string[] =>
  Object.keys(before ?? {}).filter((name) => !Object.hasOwn(after ?? {}, name));
