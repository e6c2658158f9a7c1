import { fireEvent, render } from '@testing-library/react';
import { Avatar } from './avatar';

const PICTURE = 'http://localhost:4000/files/pictures/conn_1';
const show = (pictureUrl: string | null) => <Avatar of="Studio Nord" pictureUrl={pictureUrl} />;

it('shows the picture, which says nothing to a screen reader', () => {
  const { container } = render(show(PICTURE));
  const picture = container.querySelector('img');
  expect(picture?.getAttribute('src')).toBe(PICTURE);
  expect(picture?.getAttribute('alt')).toBe('');
});

it('shows initials without a picture, or when it cannot be had, and tries another address', () => {
  const { container, rerender } = render(show(null));
  expect(container.textContent).toBe('SN');
  rerender(show(PICTURE));
  const picture = container.querySelector('img');
  if (picture === null) throw new Error('no picture is tried');
  fireEvent.error(picture);
  expect(container.textContent).toBe('SN');
  expect(container.querySelector('img')).toBeNull();
  rerender(show(`${PICTURE}0`));
  expect(container.querySelector('img')).not.toBeNull();
});
