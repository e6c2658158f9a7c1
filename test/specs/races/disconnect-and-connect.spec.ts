import { describeRace } from '../../stand/races/describe-race';
import { connect, disconnecting } from '../../stand/races/flows';

describeRace([disconnecting, connect], {
  afterFirst: ['LIMITED'],
  judge: ({ run, connections }) => {
    const [answer, outcome] = run.ends;
    if (answer !== 'disconnected') return [`the disconnect was answered with ${answer}`];
    return connections.length > 0 && outcome !== 'limited' && outcome !== 'fewer'
      ? ['a refused grant was stored']
      : [];
  },
});
