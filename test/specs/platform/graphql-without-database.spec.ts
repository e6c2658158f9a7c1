import { createLog } from '../../../server/src/platform/log';
import { withDatabaseAway } from '../../stand/database';
import { Stand } from '../../stand/stand';

it('without a database GraphQL answers 503 with an id, and the log has it', async () => {
  const lines: string[] = [];
  const log = createLog({ write: (line: string) => void lines.push(line) });
  const stand = await Stand.open({ overrides: { log } });
  const ana = await stand.givenAccount();
  await withDatabaseAway(stand.env.DATABASE_URL ?? '', async () => {
    const answer = await ana.execute('{ viewer { id } }');
    expect(answer).toMatchObject({ status: 503, data: null });
    const { code, requestId } = answer.errors[0]?.extensions ?? {};
    expect(code).toBe('INTERNAL');
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ event: 'graphql.failed', requestId }),
    );
  });
  await stand.close();
});
