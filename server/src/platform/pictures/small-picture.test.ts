import sharp from 'sharp';
import { makeSmallPicture } from './small-picture';

const solid = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 40 } } });
let png: Buffer;
beforeAll(async () => {
  png = await solid(320, 200).png().toBuffer();
});

it.each(['jpeg', 'png', 'webp'] as const)('makes a small square of a %s', async (format) => {
  const small = await makeSmallPicture(await solid(320, 200).toFormat(format).toBuffer());
  if (small === null) throw new Error('nothing was made of it');
  expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 120, height: 120 });
  expect(small.length).toBeLessThan(2_000);
});

it('keeps pixels and nothing else', async () => {
  const told = await solid(320, 200)
    .withExif({ IFD0: { Copyright: 'canary-4711' }, IFD3: { GPSLatitude: '38/1 42/1 0/1' } })
    .jpeg()
    .toBuffer();
  expect(told.includes('canary-4711')).toBe(true);
  const small = await makeSmallPicture(told);
  expect(small?.includes('canary-4711')).toBe(false);
  expect((await sharp(small ?? told).metadata()).exif).toBeUndefined();
});

it('fits the noisiest picture into its bound', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const;
  const noisy = await sharp({
    create: { width: 600, height: 600, channels: 3, noise, background: '#000000' },
  })
    .jpeg({ quality: 100 })
    .toBuffer();
  expect((await makeSmallPicture(noisy))?.length).toBeLessThan(64 * 1024);
});

it.each([
  [
    'a drawing',
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><rect width="96" height="96"/></svg>',
  ],
  [
    'a drawing with a prologue',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  ],
  ['a page', '<!doctype html><h1>Sorry</h1>'],
  ['a document', '%PDF-1.7\n1 0 obj'],
  ['nothing', ''],
])('makes nothing of %s', async (_name, text) => {
  expect(await makeSmallPicture(Buffer.from(text))).toBeNull();
});

it.each(['gif', 'tiff', 'avif'] as const)('makes nothing of a %s', async (format) => {
  expect(await makeSmallPicture(await solid(32, 32).toFormat(format).toBuffer())).toBeNull();
});

it('makes nothing of a picture that breaks off, nor of one that claims to be immense', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const;
  const large = await sharp({
    create: { width: 300, height: 300, channels: 3, noise, background: '#000000' },
  })
    .png()
    .toBuffer();
  expect(await makeSmallPicture(large.subarray(0, large.length / 2))).toBeNull();
  const immense = await solid(5_000, 5_000).png({ compressionLevel: 9 }).toBuffer();
  expect(immense.length).toBeLessThan(200_000);
  expect(await makeSmallPicture(immense)).toBeNull();
  expect(await makeSmallPicture(png)).not.toBeNull();
});
