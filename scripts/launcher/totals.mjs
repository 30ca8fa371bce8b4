import { readJson } from "./folder.mjs";

/** @typedef {{ passed: number, failed: number }} Totals */

/**
 * What a report of Vitest counts. A file that could not even be loaded has no tests and counts as one failure.
 * @param {any} report @returns {Totals}
 */
export function vitestTotals(report) {
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * What a report of Playwright counts; a test that passed at the second try passed.
 * @param {any} report @returns {Totals}
 */
export function playwrightTotals({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/**
 * Reads a report and makes sure that a run that did not end well counts at least one failure.
 * @param {string} file @param {(report: any) => Totals} count @param {number} code exit code of the run @returns {Totals}
 */
export function readTotals(file, count, code) {
  const report = readJson(file);
  const totals = report ? count(report) : { passed: 0, failed: 0 };
  return code === 0 ? totals : { ...totals, failed: Math.max(totals.failed, 1) };
}
