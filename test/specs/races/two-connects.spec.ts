import type { Person } from '../../stand/person';
import { describeRace } from '../../stand/races/describe-race';
import { connecting } from '../../stand/races/transfer-flows';

const BOTH_CAN = 'atelier_mare';

let ana: Person;
let dora: Person;

// Two accounts finish the connect of the same Instagram account in the same moment: one has it, and the other may ask for it.
describeRace([connecting(() => ana, BOTH_CAN), connecting(() => dora, BOTH_CAN)], {
  sample: 6,
  prepare: async (stand, pair) => {
    ana = pair.ana;
    dora = await stand.givenAccount('dora@example.com');
  },
  afterFirst: ['ACTIVE', 'LIMITED'],
  afterSecond: ['ACTIVE'],
  judge: ({ run, connections }) => {
    const ends = [...run.ends].sort().join();
    if (ends !== 'limited,taken') return [`they ended as ${ends}`];
    const has = connections.length === 2;
    return has === (run.ends[0] === 'limited') ? [] : ['who was told of a connection has none'];
  },
});
