import { type Visit, visitProblem } from '../../../features/support';
import { type CommandOption, type Given, MisuseError } from '../command';

/** The options that every command about one person asks for. */
export const VISIT_OPTIONS: Readonly<Record<string, CommandOption>> = {
  reason: { value: 'TEXT', help: 'Why you look: the case, without e-mail address or id. Kept encrypted.' },
  operator: { value: 'NAME', help: 'Who you are. Kept for twelve months.' },
};

/** @throws MisuseError when one is missing or names somebody. */
export function visitOf(given: Given): Visit {
  const operator = given.value('operator');
  const reason = given.value('reason');
  if (operator === null || reason === null) throw new MisuseError('--operator and --reason are needed.');
  const visit = { operator: operator.trim(), reason: reason.trim() };
  const problem = visitProblem(visit);
  if (problem !== null) throw new MisuseError(problem);
  return visit;
}
