import { Stand } from '../../stand/stand';

let stand: Stand;
let broken = true;
beforeEach(async () => {
  stand = await Stand.open({
    overrides: {
      erasers: (erasers) =>
        erasers.map((eraser) => ({
          ...eraser,
          erase: (subject, tx) => {
            if (broken) throw new Error('a disk is full');
            return eraser.erase(subject, tx);
          },
        })),
    },
  });
});
afterEach(() => stand.close());

async function findUnfinished(): Promise<void> {
  await stand.app.dataSource.query(
    `select graphile_worker.add_job('find-unfinished-erasures', run_at => $1::timestamptz)`,
    [stand.clock.now().toISOString()],
  );
  await stand.drain();
}

it.each(['used up its attempts', 'was lost'])('begins an erasure anew whose job %s', async (how) => {
  const ana = await stand.givenAccount();
  const connection = await ana.givenConnection('studio_nord');
  broken = true;
  await ana.disconnect(connection);
  await stand.drain();
  expect(await ana.deletionRequests()).toMatchObject([{ state: 'NEEDS_ATTENTION' }]);

  const ofErasures = `where task_id = (select id from graphile_worker._private_tasks where identifier = 'erase')`;
  await stand.app.dataSource.query(
    how === 'was lost'
      ? `delete from graphile_worker._private_jobs ${ofErasures}`
      : `update graphile_worker._private_jobs set attempts = max_attempts ${ofErasures}`,
  );
  broken = false;
  await stand.drain();
  expect(await ana.deletionRequests()).toMatchObject([{ state: 'NEEDS_ATTENTION' }]);

  await findUnfinished();
  expect(await ana.deletionRequests()).toMatchObject([{ state: 'COMPLETED' }]);
});

it('leaves an erasure that waits for its next try alone', async () => {
  const ana = await stand.givenAccount();
  const connection = await ana.givenConnection('studio_nord');
  broken = true;
  await ana.disconnect(connection);
  await stand.drain();
  const job = () => stand.app.dataSource.query('select id, attempts, run_at from graphile_worker.jobs');
  const before = await job();
  await findUnfinished();
  expect(await job()).toEqual(before);
});
