import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { operate } from '../stand/operator';
import { Screens } from './helpers/accessibility';
import { givenNumbers } from './helpers/until';

jest.setTimeout(120_000);

const screens = Screens.aroundTests();

it('the page of the app review is one that everybody can use, on a screen and on paper', async () => {
  await givenNumbers(await screens.stand.givenAccount(), 'studio_nord');
  const { code, output } = await operate(screens.stand, 'review');
  expect(code).toBe(0);
  const page = pathToFileURL(join(screens.stand.config.dataDir, 'app-review.html')).href;
  expect(output).toContain(`The page: ${page}`);
  await screens.open(page);
  await screens.heading('App review', 1);
  const basic = screens.page.getByRole('region', { name: 'Calls of instagram_business_basic' });
  await basic.getByRole('row', { name: /GET \/me .*\/integrations.*\d{4}-\d\d-\d\d/ }).waitFor();
  await screens.page.getByText('nothing in this version uses it').waitFor();
  await screens.heading('Forged deletion, which must be refused: in order');
  await screens.fine('app review');
  await screens.page.emulateMedia({ media: 'print' });
  await screens.fine('app review printed');
});
