import { leaveConnectHalfWay } from '../../stand/races/connect-half-way';
import { describeRace } from '../../stand/races/describe-race';
import { deauthorization, erasure } from '../../stand/races/flows';

describeRace([erasure, deauthorization], {
  judge: ({ connections }) => (connections.length === 0 ? [] : ['the connection is still there']),
  prepare: leaveConnectHalfWay,
});
