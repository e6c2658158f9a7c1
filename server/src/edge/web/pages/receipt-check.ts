/**
 * How the browser checks a receipt: `checkReceipt(document, keys, code)` resolves with a name of `VERDICTS`. It is the
 * check of `verify-receipt` in the browser's own words, so that nobody has to take the server's.
 */
export const RECEIPT_CHECK = String.raw`const VERDICTS = {
    genuine: 'Genuine. Checked in this browser: the signature fits, the receipt belongs to this code, and it is counted in the log.',
    added: 'Genuine. Checked in this browser: the signature fits, the receipt belongs to this code, it is counted in the log, and its addendum is signed and belongs to it.',
    addendum: 'The receipt is genuine, its addendum is not: the signature does not fit it, or it belongs to another receipt.',
    signature: 'Not genuine: the signature does not fit the receipt.',
    code: 'Not the receipt of this code.',
    log: 'Not genuine: the receipt is not counted in the log as it says.',
    unable: 'This browser cannot check it: it does not know this kind of signature, or the page is not on https. Download the receipt and check it elsewhere.',
    unreachable: 'The receipt could not be loaded. Try again.',
  };

  async function checkReceipt(file, keySet, code) {
    const subtle = globalThis.crypto && crypto.subtle;
    if (!subtle) return 'unable';
    const bytes = (text) => {
      const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
      return Uint8Array.from(raw, (character) => character.charCodeAt(0));
    };
    const utf8 = (text) => new TextEncoder().encode(text);
    const sha256 = async (...parts) => new Uint8Array(await subtle.digest('SHA-256', await new Blob(parts).arrayBuffer()));
    const same = (one, other) => one.length === other.length && one.every((byte, index) => byte === other[index]);
    const signedBy = async ({ kty, crv, x }, signature, text) => {
      const key = await subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify']);
      return subtle.verify({ name: 'Ed25519' }, key, signature, utf8(text));
    };
    const json = (part) => JSON.parse(new TextDecoder().decode(bytes(part)));
    const exact = (part) => btoa(String.fromCharCode(...bytes(part))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') === part;
    const statement = async (jws, type) => {
      const parts = jws.split('.');
      const { alg, typ, kid } = json(parts[0]);
      const jwk = keySet.keys.find((key) => key.kid === kid);
      if (parts.length !== 3 || !parts.every(exact) || alg !== 'EdDSA' || typ !== type || !jwk) return null;
      return (await signedBy(jwk, bytes(parts[2]), parts[0] + '.' + parts[1])) ? json(parts[1]) : null;
    };
    const adds = async () => {
      try {
        const claims = await statement(file.addendum, 'deletion-addendum+jwt');
        return claims && same(bytes(claims.receipt_sha256), await sha256(utf8(file.receipt))) ? 'added' : 'addendum';
      } catch {
        return 'addendum';
      }
    };

    try {
      const claims = await statement(file.receipt, 'deletion-receipt+jwt');
      if (!claims) return 'signature';
      if (!same(bytes(claims.code_hash), await sha256(utf8(code)))) return 'code';

      // From the leaf up to the root of the log, as RFC 9162 has it.
      const [text, line] = file.checkpoint.split('\n\n');
      const [origin, size, root] = text.split('\n');
      let hash = await sha256(Uint8Array.of(0), bytes(file.salt), utf8(file.receipt));
      let node = file.leafIndex;
      let last = Number(size) - 1;
      for (const sibling of file.proof.map(bytes)) {
        if (node % 2 || node === last) {
          hash = await sha256(Uint8Array.of(1), sibling, hash);
          while (node && node % 2 === 0) [node, last] = [node / 2, Math.floor(last / 2)];
        } else {
          hash = await sha256(Uint8Array.of(1), hash, sibling);
        }
        [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
      }
      if (last !== 0 || !same(hash, bytes(root))) return 'log';

      const [dash, name, note] = line.trimEnd().split(' ');
      if (dash !== '\u2014' || name !== origin || origin !== new URL(claims.iss).host + '/deletion-receipts') return 'log';
      for (const key of keySet.keys) {
        const id = (await sha256(utf8(origin + '\n'), Uint8Array.of(1), bytes(key.x))).slice(0, 4);
        const signed = bytes(note);
        if (!same(id, signed.slice(0, 4))) continue;
        if (!(await signedBy(key, signed.slice(4), text + '\n'))) return 'log';
        return file.addendum === undefined ? 'genuine' : adds();
      }
      return 'log';
    } catch (error) {
      return error && error.name === 'NotSupportedError' ? 'unable' : 'signature';
    }
  }`;
