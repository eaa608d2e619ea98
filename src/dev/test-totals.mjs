/**
 * Jest reporter: ends the run with a line that scripts can read, and fails a run that tested
 * nothing, such as one whose `-t` filter matched no name.
 *
 * @implements {import('@jest/reporters').Reporter}
 */
export default class TestTotals {
  #error;

  onRunComplete(_contexts, results) {
    const passed = results.numPassedTests;
    // A file that does not load counts as one failure: it has no tests that could be counted.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.stderr.write(`${passed} passed, ${failed} failed\n`);
    if (passed + failed > 0) return;
    process.stderr.write('No test was run, which counts as a failure.\n');
    this.#error = new Error('no test was run');
  }

  getLastError() {
    return this.#error;
  }
}
