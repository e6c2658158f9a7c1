import { readForm } from './page-form';

test('sends what a browser would send: hidden fields, ticked boxes that are not disabled, the first button', () => {
  const form = readForm(`<h1>Allow?</h1><form method="post" action="/oauth/authorize?a=1&amp;b=2">
    <input type="hidden" name="state" value="x&#38;&quot;y&#x27;">
    <label><input type="checkbox" name="permission" value="basic" checked disabled></label>
    <label><input type="checkbox" name="permission" value="insights" checked></label>
    <label><input type="checkbox" name="permission" value="comments"></label>
    <button class="main" type="submit" name="decision" value="allow">Allow</button>
    <button type="submit" name="decision" value="cancel">Cancel</button></form>`);
  expect(form?.action).toBe('/oauth/authorize?a=1&b=2');
  expect([...(form?.fields ?? [])]).toEqual([
    ['state', 'x&"y\''],
    ['permission', 'insights'],
    ['decision', 'allow'],
  ]);
  expect(form?.choice).toBeNull();
});

test('leaves radio buttons to be chosen from', () => {
  const form = readForm(`<form><input type="radio" name="account" value="one" checked>
    <input type="radio" name="account" value="two"><button type="submit">Continue</button></form>`);
  expect(form?.choice).toEqual({ name: 'account', values: ['one', 'two'] });
  expect([...(form?.fields ?? [])]).toEqual([]);
});

test('leaves a list to be chosen from', () => {
  const form = readForm(
    '<form><select name="who"><option value="a">A</option><option value="b">B</option></select></form>',
  );
  expect(form?.choice).toEqual({ name: 'who', values: ['a', 'b'] });
});

test('a page without a form has none', () => {
  expect(readForm('<p>Nothing here</p>')).toBeNull();
});
