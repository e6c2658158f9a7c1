import { describeRace } from '../../stand/races/describe-race';
import { connect, deauthorization } from '../../stand/races/flows';
import { timeOf } from '../../stand/races/time-of';

describeRace([deauthorization, connect], {
  afterFirst: ['LIMITED'],
  afterSecond: ['DEAUTHORIZED'],
  judge: ({ run, connections: [status] }) => {
    // The deauthorization ends the connects under way in its second step, and is over with its fourth.
    const back = timeOf(run.steps, 'b', 2);
    if (back < timeOf(run.steps, 'a', 2) && status !== 'DEAUTHORIZED')
      return [`a grant from before the deauthorization is ${status}`];
    if (back > timeOf(run.steps, 'a', 4) && status !== 'LIMITED')
      return [`a grant from after the deauthorization is ${status}`];
    return status === undefined ? ['a deauthorization removed the connection'] : [];
  },
});
