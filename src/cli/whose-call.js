#!/usr/bin/env node
// Plain JavaScript on purpose: an older Node must be able to read this far to say what to do.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Whose Call needs Node 24 and this is Node ${process.versions.node}: run "npm ci", then "npm start" or "npm run whose-call -- COMMAND", which bring their own.\n`,
  );
  process.exit(2);
}
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
