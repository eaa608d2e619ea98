import { valueOf, type Instruction } from '../../../../../src/kit.ts';
import { normal } from '../../../copied.ts';
import type { ContextFile } from '../../../multi-stage/brought.ts';
import { filesOf } from '../../../multi-stage/sources.ts';
import { pathFrom } from '../../../multi-stage/steps.ts';
import type { Subject } from '../../../multi-stage/types.ts';

/** The files that the steps of a stage see, by path in the image. */
export class Files {
  /** Why they are not known. */
  readonly why: string | undefined;
  readonly all: readonly ContextFile[];
  private readonly subject: Subject;
  private readonly byPath: ReadonlyMap<string, ContextFile>;

  constructor(subject: Subject) {
    const told = filesOf(subject);
    this.subject = subject;
    this.why = told.known ? undefined : told.because;
    this.all = told.known ? told.value : [];
    this.byPath = new Map(this.all.map((file) => [file.path, file]));
  }

  /** As a RUN sees it, with what its bind mounts show of the build context. */
  text(path: string, run: Instruction): string | undefined {
    const source = this.mounted(path, run) ?? this.byPath.get(path)?.source;
    return source === undefined ? undefined : valueOf(this.subject.context.readText(source));
  }

  private mounted(path: string, run: Instruction): string | undefined {
    const workdir = run.state && valueOf(run.state.workdir);
    const mount = run.mounts.find(
      ({ type, target, from }) =>
        type === 'bind' && from === undefined && pathFrom(workdir, target) === path,
    );
    return mount && normal(mount.source ?? '').slice(1);
  }
}
