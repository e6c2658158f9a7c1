import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { openCheckpoint, signCheckpoint } from './signed-note';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519').publicKey;
const checkpoint = { origin: 'social.example/deletion-receipts', size: 12, root: Buffer.alloc(32, 7) };
const note = signCheckpoint(checkpoint, privateKey);

it('opens what it signed, whichever keys stand beside the right one', () => {
  expect(openCheckpoint(note, [stranger, publicKey])).toEqual(checkpoint);
});

it('is written as other tools read it', () => {
  const lines = note.split('\n');
  expect(lines.slice(0, 4)).toEqual([checkpoint.origin, '12', checkpoint.root.toString('base64'), '']);
  expect(lines[4]).toMatch(/^\u2014 social\.example\/deletion-receipts [A-Za-z0-9+/]{91}=$/);
  expect(lines.slice(5)).toEqual(['']);
});

it('names the key as the format says', () => {
  // The first example key of RFC 8032, 7.1; the id was computed apart, with sha256sum.
  const d = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
  const x = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
  const jwk = { kty: 'OKP', crv: 'Ed25519', d: d.toString('base64url'), x: x.toString('base64url') };
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  const signed = signCheckpoint({ ...checkpoint, origin: 'example.com/log' }, key);
  const [, , signature = ''] = signed.split('\n')[4]?.split(' ') ?? [];
  expect(Buffer.from(signature, 'base64').subarray(0, 4).toString('hex')).toBe('cc714670');
  expect(openCheckpoint(signed, [createPublicKey(key)])).not.toBeNull();
});

it('opens no note with any character changed', () => {
  const alphabet = 'Ab0+/=\n \u2014';
  for (let place = 0; place < note.length; place += 1) {
    for (const other of alphabet) {
      if (other === note.charAt(place)) continue;
      const changed = note.slice(0, place) + other + note.slice(place + 1);
      expect(openCheckpoint(changed, [publicKey])).toBeNull();
    }
  }
});

it.each([
  ['nothing', ''],
  ['a longer note', `${note}${note}`],
  ['a shorter note', note.slice(0, -1)],
  ['windows lines', note.replaceAll('\n', '\r\n')],
])('opens no %s', (_what, text) => {
  expect(openCheckpoint(text, [publicKey])).toBeNull();
});

it('is not opened by another key', () => {
  expect(openCheckpoint(note, [stranger])).toBeNull();
});

it('refuses a name that a note cannot carry', () => {
  expect(() => signCheckpoint({ ...checkpoint, origin: 'a b' }, privateKey)).toThrow(TypeError);
});
