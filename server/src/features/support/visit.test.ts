import { visitProblem } from './visit';

it.each(['ticket 4711', 'letter of 2026-11-23, lost password', 'see case A-123456789'])('%s', (reason) => {
  expect(visitProblem({ operator: 'Robin', reason })).toBeNull();
});

it.each([
  '',
  '   ',
  'x'.repeat(201),
  'two\nlines',
  'ana@example.com wrote',
  'ana＠example.com wrote',
  'id 17841405822304915',
  `code ${'AB2C'.repeat(6)}XY`,
])('%j is refused as a reason', (reason) => {
  expect(visitProblem({ operator: 'Robin', reason })).not.toBeNull();
});

it.each(['', 'robin@example.com', 'x'.repeat(81)])('%j is refused as a name', (operator) => {
  expect(visitProblem({ operator, reason: 'ticket 4711' })).not.toBeNull();
});
