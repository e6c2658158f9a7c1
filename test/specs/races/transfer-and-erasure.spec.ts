import { ANAS } from '../../stand/pair';
import type { Person } from '../../stand/person';
import { describeRace } from '../../stand/races/describe-race';
import { erasure } from '../../stand/races/flows';
import { connecting, releasing } from '../../stand/races/transfer-flows';
import type { Stand } from '../../stand/stand';
import { givenRequest } from '../../stand/transfers';

let dora: Person;
const asked = async (stand: Stand): Promise<void> => {
  dora = await stand.givenAccount('dora@example.com');
  await givenRequest(dora, ANAS);
};

describe('the holder releases a connection while Meta asks to delete it', () => {
  describeRace([releasing, erasure], {
    sample: 6,
    prepare: asked,
    judge: ({ run, connections }) => {
      const [answer] = run.ends;
      const broken = connections.length === 0 ? [] : ['the connection is there'];
      return answer === 'released' ? broken : [...broken, `the release was answered with ${answer}`];
    },
  });
});

describe('whoever asked connects when nobody answered, while Meta asks to delete it', () => {
  describeRace([connecting(() => dora, ANAS), erasure], {
    sample: 6,
    prepare: async (stand, { ana }) => {
      await asked(stand);
      stand.clock.advance({ hours: 72 });
      for (const person of [ana, dora]) await person.signIn();
    },
    judge: ({ run, connections }) => {
      const [outcome] = run.ends;
      const broken = connections.length === 0 ? [] : ['the connection of the holder is there'];
      // Meta's message ends every connect that is under way.
      return outcome === 'limited' || outcome === 'ended' || outcome === 'unknown'
        ? broken
        : [...broken, `the connect ended as ${outcome}`];
    },
  });
});
