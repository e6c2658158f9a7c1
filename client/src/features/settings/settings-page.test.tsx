import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';
import type { ShownExport } from './settings.queries';

afterEach(() => localStorage.clear());

const HELD = [
  { what: 'Analytics', why: 'your charts', until: 'you disconnect', amount: 1412 },
  { what: 'Receipts', why: 'to check', until: '730 days', amount: 0 },
  { what: 'A digest', why: 'to act once', until: '90 days', amount: null },
];

const anExport = (changes: Partial<NonNullable<ShownExport>>): ShownExport => ({
  state: 'PREPARING',
  progressPercent: 40,
  requestedAt: '2026-11-23T13:00:00Z',
  expiresAt: null,
  endedAt: null,
  sizeBytes: null,
  ...changes,
});
const READY = anExport({
  ...{ state: 'READY', progressPercent: 100, expiresAt: '2026-11-24T13:02:00Z', sizeBytes: 1_449_999 },
});

/** A server that makes exports. */
function exporting(dataExport: ShownExport = null, answers: Record<string, () => unknown> = {}): FakeServer {
  const account = () => ({ id: 'acc_1', dataExport: server.state.dataExport });
  const server: FakeServer = new FakeServer(
    { dataHeld: HELD, dataExport },
    {
      requestDataExport: () => {
        server.state.dataExport = anExport({ progressPercent: 0 });
        return { account: account(), userErrors: [] };
      },
      discardDataExport: () => {
        server.state.dataExport = anExport({ state: 'DISCARDED', endedAt: '2026-11-23T13:05:00Z' });
        return { account: account(), userErrors: [] };
      },
      issueDataExportLink: () => ({ url: `${window.location.origin}/exports/abc`, userErrors: [] }),
      ...answers,
    },
  );
  return server;
}

const data = async () => within(await screen.findByRole('region', { name: 'Data we hold' }));

describe('settings', () => {
  it('shows who is signed in, and leads to each section by its address', async () => {
    renderApp(exporting(), '/settings#data');
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    expect(
      within(screen.getByRole('region', { name: 'Profile' })).getByText('ana@studionord.example'),
    ).toBeVisible();
    await screen.findByRole('table');
    expect(screen.getByRole('heading', { name: 'Data we hold' })).toHaveFocus();
    expect(document.title).toBe('Settings - SocioGenie');
  });

  it('keeps the choice of colours', async () => {
    renderApp(exporting(), '/settings');
    await userEvent.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark');
    expect(localStorage.getItem('mantine-color-scheme-value')).toBe('dark');
  });
});

describe('data we hold', () => {
  it('is a table of what, how many, why and until; none and not tied are words', async () => {
    renderApp(exporting(), '/settings');
    const table = await screen.findByRole('table', { name: 'Data we hold about your account' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual([...['What', 'How many', 'Why', 'Until']]);
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getAllByRole('cell')[0]?.lastChild?.textContent)).toEqual([
      ...['1,412', 'none', 'not tied to you'],
    ]);
    expect(within(rows[0] as HTMLElement).getByRole('rowheader')).toHaveTextContent('Analytics');
  });

  it('says so when it cannot be loaded, and loads again', async () => {
    const server = exporting();
    server.fail('DataHeld', 'no-answer');
    renderApp(server, '/settings');
    expect(await (await data()).findByText(/What we hold could not be loaded\./)).toBeVisible();
    server.fail('DataHeld', null);
    await userEvent.click((await data()).getByRole('button', { name: 'Load again' }));
    expect(await screen.findByRole('table')).toBeVisible();
  });

  it('says so when nothing is held', async () => {
    const server = exporting();
    server.state.dataHeld = [];
    renderApp(server, '/settings');
    expect(await screen.findByText('Nothing is held about this account.')).toBeVisible();
  });
});

describe('an export', () => {
  it('is asked for, prepared, and ready by itself; its changes are said aloud', async () => {
    const server = exporting();
    renderApp(server, '/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Download everything (ZIP)' }));
    expect(
      await screen.findByText('Your data is being prepared: 0 % done. You can leave this page.'),
    ).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Preparing your data' })).toHaveAttribute('value', '0');
    expect(screen.getByText('Your data is being prepared.')).toBeInTheDocument();
    server.state.dataExport = READY;
    server.state.dataHeld = [
      { what: 'An export', why: 'to hand it out', until: 'you download it', amount: 1 },
    ];
    expect(await screen.findByText(/Your export is ready, 1\.4 MB\. One download, until/)).toHaveTextContent(
      /until 24 Nov.*, 14:02: then the file is destroyed here\./,
    );
    expect(screen.getByText('Your export is ready to be downloaded.')).toBeInTheDocument();
    expect(await screen.findByRole('rowheader', { name: 'An export' })).toBeVisible();
  });

  it('is downloaded once, beside the page', async () => {
    const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      server.state.dataExport = anExport({ state: 'DOWNLOADED', endedAt: '2026-11-23T13:05:00Z' });
      expect(new URL(this.href).pathname).toBe('/exports/abc');
      expect(this.download).toBe('');
    });
    const server = exporting(READY);
    renderApp(server, '/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Download the ZIP file' }));
    expect(await screen.findByText(/^Downloaded on 23 Nov.*, 14:05\./)).toBeVisible();
    expect(clicked).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button', { name: 'Download everything (ZIP)' })).toBeVisible();
    clicked.mockRestore();
  });

  it('is cancelled', async () => {
    renderApp(exporting(anExport({})), '/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel the export' }));
    expect(await screen.findByText(/^You discarded the export on 23 Nov/)).toBeVisible();
  });

  it.each([
    ['EXPIRED', /in time, so its file was destroyed on 23 Nov/],
    ['FAILED', /could not be made; we gave up on 23 Nov/],
    ['DATA_DELETED', /^Instagram data was deleted on 23 Nov/],
  ] as const)('that is %s says what became of it, and another can be made', async (state, sentence) => {
    renderApp(exporting(anExport({ state, endedAt: '2026-11-23T13:05:00Z' })), '/settings');
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Download everything (ZIP)' })).toBeVisible();
  });

  it('that is one too many says from when on', async () => {
    const refused = { __typename: 'TooManyDataExports', message: 'Many', retryAt: '2026-11-24T13:00:00Z' };
    renderApp(
      exporting(null, { requestDataExport: () => ({ account: null, userErrors: [refused] }) }),
      '/settings',
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Download everything (ZIP)' }));
    expect(await screen.findByText(/The next one can be made from 24 Nov.*, 14:00\./)).toBeVisible();
  });

  it('that is being downloaded elsewhere says so', async () => {
    const refused = { __typename: 'DataExportBeingSent', message: 'Now', retryAt: '2026-11-23T13:00:30Z' };
    renderApp(
      exporting(READY, { issueDataExportLink: () => ({ url: null, userErrors: [refused] }) }),
      '/settings',
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Download the ZIP file' }));
    expect(await screen.findByText(/being downloaded at this moment/)).toBeVisible();
  });

  it('says so when there was no answer', async () => {
    const server = exporting();
    server.fail('RequestDataExport', 'no-answer');
    renderApp(server, '/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Download everything (ZIP)' }));
    expect(await screen.findByText(/The server did not answer/)).toBeVisible();
  });
});
