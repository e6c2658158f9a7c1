import { newId } from '../../platform/ids';
import { diagnosticId } from './diagnostic-id';

it('is the same for a connection whenever it is asked for, and another for another', () => {
  const ids = Array.from({ length: 1_000 }, () => newId());
  const named = ids.map(diagnosticId);
  expect(new Set(named).size).toBe(1_000);
  expect(ids.map(diagnosticId)).toEqual(named);
});

it('can be read aloud, and holds nothing of the id', () => {
  const id = newId();
  const name = diagnosticId(id);
  expect(name).toMatch(/^[2-9A-HJKMNP-TV-Z]{12}$/);
  expect(id.replaceAll('-', '').toUpperCase()).not.toContain(name.slice(0, 6));
});
