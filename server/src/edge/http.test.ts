import { readConfig } from '../platform/config/read-config';
import type { Log } from '../platform/log';
import { createHttp } from './http';

const NEEDED = { DATABASE_URL: 'postgres://db/x', INSTAGRAM_APP_ID: '1', INSTAGRAM_APP_SECRET: 's' };

it('finds an address with and without a slash at its end', async () => {
  const { config } = readConfig(NEEDED, '/srv');
  const http = createHttp(config, {} as unknown as Log);
  http.get('/privacy', async () => 'here');
  for (const url of ['/privacy', '/privacy/', '/privacy/?x=/']) {
    expect((await http.inject({ url })).body).toBe('here');
  }
  expect((await http.inject({ url: '/privacy/x' })).statusCode).toBe(404);
});
