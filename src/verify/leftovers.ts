/** The images that a build of buildah or podman says it made for its later steps. */
export const idsIn = (log: string): string[] =>
  [...log.matchAll(/^--> ([0-9a-f]{11,64})$/gm)].map(([, id]) => id!);
