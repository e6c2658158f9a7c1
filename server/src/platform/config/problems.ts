/** One thing that is wrong with the environment: the variable's name, what is wrong, what the variable is for. */
export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
}

/** Every problem found while reading the environment, told at once. The process prints it and exits with 1. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(
      [
        'SocioGenie cannot start, because of its configuration:',
        ...problems.map(({ variable, problem }) => `  ${variable}: ${problem}`),
      ].join('\n'),
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
