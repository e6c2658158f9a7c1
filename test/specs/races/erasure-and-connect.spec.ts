import { describeRace } from '../../stand/races/describe-race';
import { connect, erasure } from '../../stand/races/flows';

// The deletion ends the connects under way in its second step, and cuts the connection in its third.
describeRace([erasure, connect], {
  afterFirst: ['LIMITED'],
  judge: ({ run, connections }) => {
    const outcome = String(run.ends[1]);
    const broken: string[] = [];
    if (!['limited', 'failed', 'unknown'].includes(outcome)) broken.push(`the connect ended as ${outcome}`);
    if (connections.length > 0 && outcome !== 'limited') broken.push('a refused grant was stored');
    if (/^B*A.*A.*A.*A/i.test(beforeReturn(run.steps)) && connections.length === 0)
      broken.push('a grant that was given after the deletion was lost');
    return broken;
  },
});

/** The steps before the person came back from Instagram, which is the connect's second step. */
const beforeReturn = (steps: string): string => steps.slice(0, [...steps.matchAll(/b/gi)][1]?.index);
