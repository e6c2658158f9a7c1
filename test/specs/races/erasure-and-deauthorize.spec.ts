import { describeRace } from '../../stand/races/describe-race';
import { deauthorization, disconnecting, erasure } from '../../stand/races/flows';

const judge = ({ connections }: { connections: readonly string[] }) =>
  connections.length === 0 ? [] : ['the connection is still there'];

describe('a deletion', () => {
  describeRace([erasure, deauthorization], { judge });
});

describe('a disconnect', () => {
  describeRace([disconnecting, deauthorization], { judge });
});
