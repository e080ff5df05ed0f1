/** Says at the end of a run which suites were skipped: their titles name the reason, but passing files hide them. */
import type { Reporter, TestCase, TestModule } from 'vitest/node';

export default class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = new Map<string, number>();
    for (const test of modules.flatMap((module) => [...module.children.allTests('skipped')])) {
      const title = skippedTitle(test);
      counts.set(title, (counts.get(title) ?? 0) + 1);
    }
    if (counts.size === 0) return;
    const lines = [...counts].map(([title, count]) => `  ${count} ${count === 1 ? 'test' : 'tests'}: ${title}`);
    process.stdout.write(`\nSkipped, because something is missing here:\n${lines.join('\n')}\n`);
  }
}

/** The outermost suite, and within a suite that skips one test only also that test. */
function skippedTitle(test: TestCase): string {
  const [suite = test.name, ...rest] = test.fullName.split(' > ');
  return rest.length > 0 && /skipped/iu.test(suite) ? suite : [suite, ...rest].join(' > ');
}
