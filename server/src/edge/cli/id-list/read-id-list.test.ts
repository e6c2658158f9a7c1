import { fieldsOf } from './fields';
import { readIdList } from './read-id-list';

const read = (text: string) => readIdList(Buffer.from(text));

describe('fieldsOf', () => {
  it.each([
    ['1', ['1']],
    ['', ['']],
    [' a , b ,', ['a', 'b', '']],
    ['"a,b","say ""x"""', ['a,b', 'say "x"']],
    ['"a" , "b"', ['a', 'b']],
    ['""', ['']],
  ])('%j', (line, fields) => {
    expect(fieldsOf(line, ',')).toEqual(fields);
  });

  it.each(['"', '"a', '"a"b', 'a"b', '"a" b,c', '"""'])('%j is none', (line) => {
    expect(fieldsOf(line, ',')).toBeNull();
  });
});

describe('readIdList', () => {
  it.each(['7\n8\n', '7\r\n8', '7\r8\r', '\uFEFF7\n8\n', '"7"\n8'])('one a line: %j', (text) => {
    expect(read(text)).toEqual({
      kind: 'read',
      blank: 0,
      lines: [
        { line: 1, id: '7', sameAs: null },
        { line: 2, id: '8', sameAs: null },
      ],
    });
  });

  it.each(['user_id,id\n7,8', 'id,USER_ID\n8,7', 'id;"user_id"\n8;"7"', '\n\nid\tuser_id\n8\t7'])(
    'user_id before id: %j',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'read', lines: [{ id: '7' }] });
    },
  );

  it('keeps each digit', () => {
    const ids = ['17841405822304915', '17841405822304916', '99999999999999999999'];
    expect(read(ids.join('\n'))).toMatchObject({ lines: ids.map((id) => ({ id, sameAs: null })) });
  });

  it.each(['0', '01', '-1', '+1', '1.0', '1e5', '1_000', '１２', '123456789012345678901', '1 2'])(
    '%j is no id',
    (text) => {
      expect(read(`id\n${text}`)).toMatchObject({ lines: [{ line: 2, id: null }] });
    },
  );

  it.each(['', '\n', 'id\n', 'name\n7', 'a,b\n7,8', 'id,id\n7,8', '"id\n7', '7\0'])(
    'refuses as a whole: %j',
    (text) => {
      expect(read(text).kind).toBe('refused');
    },
  );
});
