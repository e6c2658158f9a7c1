import { startDownload } from './start-download';

it.each(['https://evil.example/x.zip', 'javascript:alert(1)', '//evil.example/x', 'data:text/html,x'])(
  'refuses %s',
  (address) => {
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click');
    expect(() => startDownload(address)).toThrow('Not a file of this server.');
    expect(click).not.toHaveBeenCalled();
    expect(document.querySelector('a')).toBeNull();
    click.mockRestore();
  },
);
