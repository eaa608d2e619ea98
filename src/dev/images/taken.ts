/** The negative case: an image whose user has not been given a path. */
import path from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';

/**
 * The image, with one of its directories or files as root's own again. BuildKit sets owner and mode
 * of directories that are there already; it needs no shell in the image.
 */
export const takenBack = (image: string, directory: string): string =>
  [
    `FROM ${image} AS given`,
    'FROM scratch AS taken',
    `COPY --from=given --chown=0:0 ${JSON.stringify([directory, `/taken${directory}`])}`,
    'FROM given',
    'COPY --from=taken /taken/ /',
    '',
  ].join('\n');

/** Writes that Dockerfile, in a context of its own below the folder. */
export function writeTakenBack(image: string, directory: string, folder: string): string {
  const context = path.join(folder, image.replaceAll(/\W/g, '-'));
  mkdirSync(context, { recursive: true });
  writeFileSync(path.join(context, 'Dockerfile'), takenBack(image, directory));
  return context;
}
