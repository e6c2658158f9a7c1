import { type Command, CommandError } from '../command';

export const deletionsRetry: Command = {
  name: 'deletions retry',
  summary: 'Lets deletion requests that are not completed run again now.',
  details: 'They run again by themselves, with growing pauses. Use this when what stopped them is mended.',
  options: {
    code: { value: 'CODE', help: 'One request, by its confirmation code. Without it, all of them.' },
  },
  async run(given, context) {
    const code = given.value('code');
    const { operator } = await context.app();
    const queued = await operator.retryDeletions(code);
    if (code !== null && queued === 0) {
      throw new CommandError('There is no such request, or it is completed.');
    }
    context.print(`${queued} deletion requests run again now.`);
    return 0;
  },
};
