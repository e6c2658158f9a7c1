// Imported first by every script, and written so that an old Node can still read it and say what is wrong.
const NEEDED = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < NEEDED) {
  console.error(
    `SocioGenie needs Node.js ${NEEDED} or newer, and this is ${process.version}.\n` +
      'It normally brings its own (the optional package "node"), which could not be installed for this machine.\n' +
      `Install Node.js ${NEEDED} from https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}
