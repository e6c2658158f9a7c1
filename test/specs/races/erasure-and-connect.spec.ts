import { describeRace } from '../../stand/races/describe-race';
import { connect, erasure } from '../../stand/races/flows';
import { timeOf } from '../../stand/races/time-of';

describeRace([erasure, connect], {
  afterFirst: ['LIMITED'],
  judge: ({ run, connections }) => {
    const outcome = String(run.ends[1]);
    const broken: string[] = [];
    if (!['limited', 'fewer', 'ended', 'unknown'].includes(outcome))
      broken.push(`the connect ended as ${outcome}`);
    if (connections.length > 0 && outcome !== 'limited' && outcome !== 'fewer')
      broken.push('a refused grant was stored');
    // The person comes back in the connect's second step. The deletion ends the connects under way in its second, and
    // has taken in the request with its fourth.
    const back = timeOf(run.steps, 'b', 2);
    if (connections.length > 0 && back < timeOf(run.steps, 'a', 2))
      broken.push('a grant from before the deletion outlived it');
    if (connections.length === 0 && back > timeOf(run.steps, 'a', 4))
      broken.push('a grant from after the deletion was lost');
    return broken;
  },
});
