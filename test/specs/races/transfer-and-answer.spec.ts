import { ANAS } from '../../stand/pair';
import type { Person } from '../../stand/person';
import { describeRace } from '../../stand/races/describe-race';
import { connecting, keeping, withdrawing } from '../../stand/races/transfer-flows';
import { givenRequest } from '../../stand/transfers';

let dora: Person;
let request: string;

describe('the holder says no while whoever asked takes the request back', () => {
  describeRace(
    [
      keeping,
      withdrawing(
        () => dora,
        () => request,
      ),
    ],
    {
      sample: 6,
      prepare: async (stand) => {
        dora = await stand.givenAccount('dora@example.com');
        request = await givenRequest(dora, ANAS);
      },
      afterFirst: ['ACTIVE'],
      afterSecond: ['ACTIVE'],
      judge: ({ run, connections }) => {
        const [kept, withdrawn] = run.ends;
        const one = (kept === 'kept') !== (withdrawn === 'withdrawn');
        const said = `the answers were ${kept} and ${withdrawn}`;
        return [...(one ? [] : [said]), ...(connections.length === 1 ? [] : ['the connection is gone'])];
      },
    },
  );
});

describe('whoever asked takes the request back in one window and connects in another', () => {
  describeRace(
    [
      connecting(() => dora, ANAS),
      withdrawing(
        () => dora,
        () => request,
      ),
    ],
    {
      sample: 6,
      prepare: async (stand, { ana }) => {
        dora = await stand.givenAccount('dora@example.com');
        request = await givenRequest(dora, ANAS);
        stand.clock.advance({ hours: 72 });
        for (const person of [ana, dora]) await person.signIn();
      },
      afterFirst: [],
      afterSecond: ['ACTIVE'],
      judge: ({ run, connections }) => {
        const [outcome, withdrawn] = run.ends;
        const moved = outcome === 'limited' && connections.length === 0 && withdrawn === 'NOT_FOUND';
        const stays = outcome === 'taken' && connections.length === 1 && withdrawn === 'withdrawn';
        return moved || stays ? [] : [`it ended as ${outcome}, ${withdrawn} and ${connections.join()}`];
      },
    },
  );
});
