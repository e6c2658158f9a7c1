import { csvLine } from './csv';

it('quotes what is known, and leaves out what is not', () => {
  expect(csvLine(['a', 0, null, '', true, ['BASIC', 'MANAGE_INSIGHTS']])).toBe(
    '"a","0",,"","true","BASIC MANAGE_INSIGHTS"\r\n',
  );
});

it('keeps quotes, commas and lines inside their field', () => {
  expect(csvLine(['say "hi", Bea\nBea', 'b'])).toBe('"say ""hi"", Bea\nBea","b"\r\n');
});

it.each([
  '=HYPERLINK("http://evil.example")',
  '+49 30 123',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
])('makes no formula of %j', (text) => {
  expect(csvLine([text])).toBe(`"'${text.replaceAll('"', '""')}"\r\n`);
});

it('guards lists too, and leaves numbers alone', () => {
  expect(csvLine([['=1', '2'], -5])).toBe('"\'=1 2","-5"\r\n');
});
