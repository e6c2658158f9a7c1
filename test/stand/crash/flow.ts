import type { Cell } from './cell';

/** Something that people or Meta set off, to be interrupted anywhere. */
export interface Flow {
  readonly name: string;
  /** Sets it off in a cell. Nothing that it throws counts: whoever set it off saw no answer. */
  begin(cell: Cell): Attempt;
}

/** One time that it was set off. */
export interface Attempt {
  /** Goes through it to its end, jobs included. */
  run(): Promise<void>;
  /** Looks at what there is after the crash, five minutes later, before anybody does anything again. */
  look(): Promise<void>;
  /** Meta sends it again, or the person tries once more. */
  again(): Promise<void>;
  /** Looks at the end of it all: as if nothing had happened on the way. */
  end(): Promise<void>;
}
