import ms = require('ms');

for (const given of process.argv.slice(2)) {
  const value = ms(given);
  if (value === undefined) {
    console.error(`not a time: ${given}`);
    process.exit(2);
  }
  console.log(`${given} = ${value} ms`);
}
