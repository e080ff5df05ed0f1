/**
 * A robots.txt in, what it lets us do out. The only file that knows robots-parser.
 */
import robotsParser from 'robots-parser';

// Its types describe an ES module's default export; what the CommonJS package exports is the function itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

export interface RobotsRules {
  isAllowed(url: URL): boolean;
  /** Between two requests, 0 or more. */
  crawlDelayMs: number;
}

/** Without a robots.txt (404) everything is allowed: RFC 9309, section 2.3.1.3. */
export const noRules: RobotsRules = { isAllowed: () => true, crawlDelayMs: 0 };

/** @param userAgent our whole User-Agent; groups are found by its first word, without the version */
export function readRobots(robotsUrl: URL, text: string, userAgent: string): RobotsRules {
  const product = userAgent.split(/[/\s]/)[0] ?? userAgent;
  const robots = parseRobots(robotsUrl.href, text.replace(/^\uFEFF/, ''));
  const delaySeconds = robots.getCrawlDelay(product) ?? 0;
  return {
    isAllowed: (url) => robots.isAllowed(url.href, product) ?? true,
    crawlDelayMs: Math.max(0, delaySeconds) * 1000,
  };
}
