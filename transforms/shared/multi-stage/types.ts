import type {
  BaseImage,
  Change,
  Command,
  Context,
  Document,
  Edit,
  Fact,
  FinalImage,
  ImageRef,
  Instruction,
  Script,
  Stage,
} from '../../../src/kit.ts';
import type { Brought } from './brought.ts';
import type { Start } from './start.ts';

/** One simple command of a RUN, with what holds where it runs. */
export interface Step {
  readonly run: Instruction;
  /** Undefined for the exec form. */
  readonly script: Script | undefined;
  readonly command: Command | undefined;
  /**
   * Its words behind `sudo`, `env` and the like, quotes removed and variables replaced where the
   * file fixes their values; `undefined` for a word that the file does not tell.
   */
  readonly words: readonly (string | undefined)[];
  /** The name of the program without its directory; empty for an assignment. */
  readonly program: string;
  /** The words behind the program; what is not known stands as it is written. */
  readonly args: readonly string[];
  /** The directory in which it runs, from WORKDIR and `cd`. */
  readonly directory: string | undefined;
  /** Runs once and always: not in a condition, a loop or behind `||`. */
  readonly certain: boolean;
  /** Files that its output is written to, absolute; `undefined` in it: one that is not known. */
  readonly writes: readonly (string | undefined)[];
  /** The commands that it feeds its output to are the next steps. */
  readonly piped: boolean;
  /** Variables that only it gets, where it is a command of a Makefile and not of the file itself. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A path of the image that the final stage takes over from the build stage. */
export interface Shipment {
  /** Absolute, in the build stage. */
  readonly from: string;
  /** Absolute, in the final stage; the same where it is left out. */
  readonly to?: string;
  /**
   * Made or changed by a RUN. What is only copied from the context need not be copied again where
   * the COPY that brought it stands behind the last step of the build.
   */
  readonly made: boolean;
  /** A single file, and no directory. */
  readonly file?: boolean;
  /** The COPY or ADD that brings it, from elsewhere than the build context. */
  readonly copy?: Instruction;
}

/** A change of the commands of a RUN in the build stage. */
export interface RunRewrite {
  readonly run: Instruction;
  readonly edits: readonly Edit[];
  readonly tokens: readonly string[];
}

/** A new instruction of the build stage. */
export interface BuildLine {
  /** It stands before this instruction, or at the end of the build stage if that comes first. */
  readonly before: Instruction | undefined;
  readonly text: string;
}

/** A way to convert the file: one final base, with all that follows from it. */
export interface Candidate {
  readonly base: FinalImage;
  readonly ships: readonly Shipment[];
  /** Why this base will not do; the core adds reasons of its own (packages, users, shells). */
  readonly obstacles: readonly string[];
  /** What it rests on that could not be established; makes the finding unsafe. */
  readonly assumptions?: readonly string[];
  /** An option asks for it: it is taken although others need fewer assumptions. */
  readonly asked?: boolean;
  /**
   * What starts, where the start commands of the file do not fit the final stage. An empty
   * ENTRYPOINT (`[]`) leaves the one of the base image.
   */
  readonly start?: { readonly entrypoint?: readonly string[]; readonly cmd?: readonly string[] };
  /** `ENV` values of the final stage besides those of the file, ready to be written. */
  readonly env?: Readonly<Record<string, string>>;
  /** Packages of the distribution to install in the final stage, beside those of the file. */
  readonly packages?: readonly string[];
  readonly rewrites?: readonly RunRewrite[];
  readonly buildLines?: readonly BuildLine[];
  /** Programs that are there: of the base image's language, or shipped, by name or by path. */
  readonly provides?: readonly string[];
  /** False where nothing that ships links to shared libraries of the distribution. */
  readonly libraries?: boolean;
  /** Instructions of the final stage behind what it copies, ready to be written. */
  readonly lines?: readonly string[];
  /** Packages of the file that the base image stands for. */
  readonly replaces?: readonly string[];
  /** It runs as the user of the base image, whoever ran it before. */
  readonly ownUser?: boolean;
}

/** What an ecosystem makes of a file. */
export interface Plan {
  /** As it reads in "builds a Go program": `Go program`, `Node application`. */
  readonly what: string;
  /** Smallest base first. Never empty. */
  readonly candidates: readonly Candidate[];
  /** Steps that the plan accounts for: they build, or change only what is shipped or not needed. */
  readonly accounted: ReadonlySet<Step>;
  /** Programs that run in the container beside those of the start command. */
  readonly runs?: readonly string[];
  /** Do the application's own files mention this program? Decides on packages such as git. */
  readonly mentions: (program: string) => Fact<boolean>;
  /** Variables of the file that only the build reads, beside the usual ones. */
  readonly buildVariables?: readonly string[];
  /** What does not ship, for the message and the estimate: `the Go toolchain`. */
  readonly leaves: readonly string[];
}

/** Why there is no plan: a key of the reasons of the transform, and what completes it. */
export interface NoPlan {
  readonly reason: string;
  readonly detail?: string;
}

export const isPlan = (result: Plan | NoPlan): result is Plan => 'candidates' in result;

export interface Ecosystem {
  readonly id: string;
  /** Does a stage look like it although its base image is not known? Then it is refused aloud. */
  builds?(stage: Stage): boolean;
  /** Does this file look like one of this ecosystem? The first that says so plans it. */
  applies(subject: Subject): boolean;
  plan(subject: Subject): Plan | NoPlan;
}

/** The stage that is to be divided, read from top to bottom. */
export interface Subject {
  readonly doc: Document;
  readonly context: Context;
  /** The last stage of the file. */
  readonly stage: Stage;
  readonly ref: ImageRef;
  readonly base: BaseImage;
  readonly steps: readonly Step[];
  /** What COPY and ADD brought, in order. */
  readonly brought: readonly Brought[];
  readonly start: Start;
  /** The working directory of the container. */
  readonly workdir: Fact<string>;
  /** The user of the container. */
  readonly user: Fact<string>;
  readonly options: Options;
}

export interface Options {
  readonly finalBase: 'auto' | 'scratch' | 'distroless' | 'alpine' | 'slim';
  /** Statically linked programs, jlink: a build that differs from the one of the file. */
  readonly rebuild: boolean;
}

/** A COPY --from of the final stage. */
export interface Copy {
  readonly from: string;
  readonly to: string;
  readonly owner: string | undefined;
  /** A single file: may share its instruction with its neighbours. */
  readonly file: boolean;
}

/** Everything that is needed to write the final stage. */
export interface Conversion {
  readonly subject: Subject;
  readonly plan: Plan;
  readonly candidate: Candidate;
  /** The last instruction that stays in the build stage; undefined: none, only the base changes. */
  readonly boundary: Instruction | undefined;
  readonly copies: readonly Copy[];
  readonly install: readonly string[];
  /** Packages that stay in the build stage. */
  readonly left: readonly string[];
  readonly replay: readonly Step[];
  /** Commands that give directories the owners and modes that copying loses. */
  readonly rights: readonly string[];
  readonly start: Candidate['start'];
  readonly assumptions: readonly string[];
}

/** What the core declares of a whole rewrite. */
export interface Written {
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
}
