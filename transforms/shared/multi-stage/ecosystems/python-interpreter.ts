import { baseName } from '../../prefix.ts';
import type { Subject } from '../types.ts';
import type { PythonStart } from './python-start.ts';

type Texts = ReadonlyMap<string, string> | undefined;

/** They take Python, or its packages, from where they were built for, or set PATH anew. */
const OFF_PATH = new Set(
  'cron crond su sudo runuser uwsgi apache2ctl apachectl httpd mod_wsgi-express'.split(' '),
);

/** Paths of the interpreter of the image, of its packages and of their programs. */
const IN_IMAGE = /\/usr\/local\/(?:bin\/(?:python|pip|gunicorn|uvicorn|flask|celery)|lib\/python)/;

/** Why the interpreter of the image, which is not taken from PATH, must have the packages. */
export function neededInPlace(
  { doc, start }: Subject,
  { main }: PythonStart,
  texts: Texts,
): string | undefined {
  const names = [...start.programs, ...main].map((word) => baseName(word ?? ''));
  const other = names.find((name) => OFF_PATH.has(name));
  if (other !== undefined) return `${other} does not take Python from PATH`;
  const said = doc.instructions.filter(({ keyword }) =>
    /^(?:ENV|CMD|ENTRYPOINT|HEALTHCHECK|COPY|ADD|WORKDIR|VOLUME|RUN)$/.test(keyword),
  );
  if (said.some(({ args }) => IN_IMAGE.test(args.text))) {
    return 'the file names a path of the interpreter of the image';
  }
  const naming = [...(texts ?? [])].find(([, text]) => IN_IMAGE.test(text));
  return naming && `${naming[0]} names a path of the interpreter of the image`;
}

/** Does something name the Python of the distribution, beside the one in /usr/local? */
export function usesDistribution({ doc }: Subject, texts: Texts): boolean {
  const said = doc.instructions.map(({ args }) => args.text);
  return [...said, ...(texts?.values() ?? [])].some((text) =>
    /\/usr\/(?:bin\/(?:python|pip)|lib\/python)/.test(text),
  );
}

/** Why there is no smaller image for what a file starts from. */
export function whyNoBase({ ref, base }: Subject): string {
  if (/conda|mamba|forge/.test(ref.repository)) {
    return 'conda brings Python and libraries of its own';
  }
  if (ref.repository.includes('pypy')) return 'there is no smaller image of PyPy';
  if (/tensorflow|pytorch|cuda|jupyter/.test(ref.text)) {
    return `${ref.text} holds what the application computes with`;
  }
  return `Python is a package of ${base.distribution ?? 'the distribution'} here`;
}
