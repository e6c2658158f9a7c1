import { leaveConnectHalfWay } from '../../stand/races/connect-half-way';
import { describeRace } from '../../stand/races/describe-race';
import { disconnecting, erasure } from '../../stand/races/flows';
import { race, serial } from '../../stand/races/race';

const flows = [erasure, disconnecting] as const;

const world = describeRace(flows, {
  prepare: leaveConnectHalfWay,
  judge: ({ run, connections }) => [
    ...(connections.length === 0 ? [] : ['the connection is still there']),
    ...(['disconnected', 'NOT_FOUND'].includes(String(run.ends[1])) ? [] : [`answered ${run.ends[1]}`]),
  ],
});

it('whoever comes second waits for the lock of the first, and then joins it', async () => {
  // Both are asked, the deletion cuts without committing, and the disconnect wants the same row.
  const { run, broken } = await race(world(), flows, 'BAAABAAAABBBB');
  expect({ steps: run.steps.slice(0, 6), broken }).toEqual({ steps: 'BAAAbA', broken: [] });
});

it('a disconnect after the deletion is over answers with the request that did it', async () => {
  const [deletionFirst] = serial(flows);
  const { run } = await race(world(), flows, deletionFirst);
  expect(run.ends[1]).toBe('disconnected');
});
