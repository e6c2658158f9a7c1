import { createServer } from 'node:net';
import { requireFreePort } from './require-free-port';

it('is content with a free port', async () => {
  await expect(requireFreePort('PORT', '127.0.0.1', 0)).resolves.toBeUndefined();
});

it('names the variable of a port that is taken', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  await expect(requireFreePort('SANDBOX_PORT', '127.0.0.1', port)).rejects.toThrow(
    `SANDBOX_PORT: port ${port} of 127.0.0.1 is in use by another program. Stop that program, or set SANDBOX_PORT to another port.`,
  );
  await new Promise((resolve) => taken.close(resolve));
});

it('blames HOST for an address that this machine does not have', async () => {
  // TEST-NET-3: nobody's.
  await expect(requireFreePort('PORT', '203.0.113.9', 0)).rejects.toThrow(
    'HOST: 203.0.113.9 is not an address of this machine (EADDRNOTAVAIL).',
  );
});
