import { DEMO_EMAIL as CLOSED_WITHOUT_SANDBOX } from '../../../features/account';
import { DEMO_EMAIL } from './demo-account';

it('makes the very account that the server closes without the sandbox', () => {
  expect(DEMO_EMAIL).toBe(CLOSED_WITHOUT_SANDBOX);
});
