/** Ends the process with a line that says what to do when this Node is too old; runs on any that knows modules. */
const WANTED = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < WANTED[0] || (major === WANTED[0] && minor < WANTED[1])) {
  console.error(
    `Tổ Số needs Node ${WANTED.join('.')} or newer; this is ${process.versions.node}. Get it from https://nodejs.org/`,
  );
  process.exit(1);
}
