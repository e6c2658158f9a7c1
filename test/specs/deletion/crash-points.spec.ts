import { CONNECT, RECONNECT } from '../../stand/crash/connecting';
import { crashAt, crashPoints, type Point } from '../../stand/crash/crash-everywhere';
import { CrashStand, KINDS } from '../../stand/crash/crash-stand';
import { DEAUTHORIZE } from '../../stand/crash/deauthorizing';
import { DELETE, DISCONNECT } from '../../stand/crash/erasing';
import { buildServer } from '../../stand/process/sociogenie';

jest.setTimeout(1_800_000);

let stand: CrashStand;
beforeAll(async () => {
  buildServer();
  stand = await CrashStand.open(12);
});
afterAll(() => stand?.close());

// Disconnecting ends the grant at Instagram, which is one for all cells: it comes last, by itself.
describe.each([
  { name: 'connect, reconnect, deauthorize and delete', flows: [CONNECT, RECONNECT, DEAUTHORIZE, DELETE] },
  { name: 'disconnect', flows: [DISCONNECT] },
])('$name', ({ flows }) => {
  let points: Point[];

  it('do what they say when nothing crashes', async () => {
    points = await crashPoints(stand, flows);
    expect(points.length).toBeGreaterThan(70);
  });

  it.each(KINDS)('and when there is a crash at each of their points: %s', async (kind) => {
    const ofKind = points.filter((point) => point.kind === kind);
    expect(ofKind.length).toBeGreaterThan(10);
    await crashAt(stand, kind, ofKind);
  });
});
