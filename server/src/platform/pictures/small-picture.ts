import type sharp from 'sharp';

/** The side of a small picture in pixels: three times what an avatar measures. */
const SIDE_PX = 120;
/** More pixels than any profile picture has: what is larger is not decoded. */
const MOST_PIXELS = 4096 * 4096;
const PATIENCE_SECONDS = 5;

/** A small square picture as WebP, of a few kilobytes and never more than 64. */
export type SmallPicture = Buffer;

/**
 * Makes a small square picture of foreign bytes. What they are is told from the bytes alone: JPEG, PNG or WebP, and of an
 * animation the first frame. Everything else, a drawing (SVG), a page or broken bytes, gives null. What comes out holds
 * pixels and nothing else: no place, no date, no comment of the one that came in.
 */
export async function makeSmallPicture(bytes: Buffer): Promise<SmallPicture | null> {
  const open = await decoder();
  try {
    const small = await open(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize(SIDE_PX, SIDE_PX, { fit: 'cover' })
      .flatten({ background: '#ffffff' })
      .webp({ quality: 80 })
      .timeout({ seconds: PATIENCE_SECONDS })
      .toBuffer();
    return small.length <= MOST_BYTES ? small : null;
  } catch {
    // Its messages quote what they met; that it is no picture is all there is to know.
    return null;
  }
}

const MOST_BYTES = 64 * 1024;

let opened: Promise<typeof sharp> | null = null;

/** The decoder, loaded when the first picture comes, with nothing switched on that is not needed. */
function decoder(): Promise<typeof sharp> {
  opened ??= import('sharp').then(({ default: load }) => {
    load.block({ operation: ['VipsForeignLoad'] });
    load.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
    });
    // It would keep pixels of people in memory.
    load.cache(false);
    load.concurrency(1);
    return load;
  });
  return opened;
}
