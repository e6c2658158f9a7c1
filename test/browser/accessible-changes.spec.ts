import { Screens } from './helpers/accessibility';
import { Gate } from './helpers/gate';
import { givenNumbers, untilErased } from './helpers/until';
import { enterAs } from './helpers/window';

jest.setTimeout(120_000);

const gate = new Gate();
const screens = Screens.aroundTests({ erasers: gate.before });
afterEach(() => {
  gate.state = 'open';
});
const open: Screens['open'] = (...where) => screens.open(...where);
const heading = (name: string | RegExp) => screens.heading(name);
const fine = (state: string) => screens.fine(state);

describe('everybody can use', () => {
  it('the numbers as a chart and as a table', async () => {
    const person = await screens.stand.givenAccount();
    const id = await givenNumbers(person, 'studio_nord');
    await enterAs(screens.window, person);
    await open('/analytics');
    await screens.page.getByRole('application').waitFor();
    await fine('analytics chart');
    await screens.page.getByRole('button', { name: 'Why is Reach not added up?' }).click();
    await screens.page.getByText('who came on two days would count twice').waitFor();
    await screens.page.getByText('About these numbers').click();
    await fine('analytics explained');
    await screens.page.getByText('Table', { exact: true }).click();
    await screens.page.getByRole('table', { name: 'Reach per day' }).waitFor();
    await fine('analytics table');
    await screens.stand.sandbox.sendCallback('deauthorize', { account: 'studio_nord' });
    await open('/integrations');
    await screens.page.getByText('Removed at Instagram', { exact: true }).waitFor();
    await fine('integrations removed at Instagram');
    await open('/analytics');
    await screens.page.getByText(/Nothing is refreshed any more/).waitFor();
    await fine('analytics removed at Instagram');
    await person.disconnect(id);
  });

  it('a deletion while it runs, while a part fails, and when it is done', async () => {
    const person = await screens.stand.givenAccount();
    const id = await givenNumbers(person, 'cafe_lisboa');
    await enterAs(screens.window, person);
    gate.state = 'closed';
    const answer = await person.disconnect(id);
    const { confirmationCode } = answer.data.disconnectInstagram.deletionStatus;
    await open('/integrations');
    await screens.page.getByText('Disconnecting', { exact: true }).waitFor();
    await fine('integrations disconnecting');
    await open(`/deletion-status/${confirmationCode}`);
    await heading('Deleting now');
    await fine('deletion status running');
    gate.state = 'broken';
    await heading('Not finished yet: 1 part needs us');
    await fine('deletion status that needs attention');
    await open('/integrations');
    await screens.page.getByText('Not finished yet', { exact: true }).waitFor();
    await fine('integrations not finished');
    gate.state = 'open';
    await screens.stand.repeatFailed();
    await untilErased(person);
    await open('/integrations');
    await heading('Removed connection');
    await fine('integrations disconnected');
  });
});
