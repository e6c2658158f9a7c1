import type { Instagram } from '../../instagram/instagram';
import { systemClock } from '../../platform/clock';
import { silentLog } from '../../platform/log';
import { Secret } from '../../platform/secret';
import type { Grant, Grants } from './grants';
import { AccessWithdrawals } from './withdraw-access';

const grant = { token: new Secret('token'), professionalId: '17841400000000001' } as Grant;

it('asks for the withdrawal although Instagram hangs over the events', async () => {
  jest.useFakeTimers();
  const refusal = { kind: 'no-answer', code: null, subcode: null } as const;
  const hanging: Instagram['unsubscribe'] = (_token, _account, signal) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve({ ok: false, refusal })));
  const withdrawAccess = jest.fn<
    ReturnType<Instagram['withdrawAccess']>,
    Parameters<Instagram['withdrawAccess']>
  >(async (_token, signal) => (signal.aborted ? { ok: false, refusal } : { ok: true, value: undefined }));
  const withdrawals = new AccessWithdrawals(
    { openHeld: async () => grant } as unknown as Grants,
    { unsubscribe: hanging, withdrawAccess } as unknown as Instagram,
    systemClock,
    silentLog,
  );
  const withdraw = await withdrawals.prepare(null as never, 'a connection');
  const outcome = withdraw?.();
  await jest.advanceTimersByTimeAsync(4_000);
  expect(await outcome).toBe('ACCEPTED');
});
