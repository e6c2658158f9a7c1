import Sequencer from '@jest/test-sequencer';

/** What takes half a minute and more, the longest first. On a new machine Jest knows of no durations and goes by file size. */
const LONG = ['deletion/crash-points.spec', 'deletion/disk.spec', 'process/', 'browser/'];

const turn = ({ path }) => {
  const at = LONG.findIndex((part) => path.includes(part));
  return at === -1 ? LONG.length : at;
};

/** Begins with what takes longest, so that no worker is left alone with it at the end. */
// biome-ignore lint/style/noDefaultExport: Jest loads the default export.
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => turn(one) - turn(other));
  }
}
