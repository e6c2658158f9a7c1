import { createHash } from 'node:crypto';
import { PAGE_SCRIPT } from './page-script';
import { PAGE_STYLE } from './page-style';

/**
 * The public pages' style and script have addresses made of their content and are kept for a year. A file rather than
 * an inline block with a nonce: pages stay equal byte for byte, and a reader who reloads a status fetches only the page.
 */
export const STYLE_PATH = `/pages/${fingerprint(PAGE_STYLE)}.css`;
export const SCRIPT_PATH = `/pages/${fingerprint(PAGE_SCRIPT)}.js`;

export { PAGE_SCRIPT, PAGE_STYLE };

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
